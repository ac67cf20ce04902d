import type { TaskDraft } from '@esocial/contracts/generated/api-tasks-draft.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Actor, FieldClass } from '../access/actor.ts';
import { decide, requireAccess } from '../access/decide.ts';
import type { AccessObject } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import { insertCaseEvent } from '../cases/case-events.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { LiveEvent } from '../events/live-events.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { Writing } from '../records/write-by-class.ts';
import { AppError, ConflictError, ForbiddenError, PayloadTooLargeError } from '../errors/app-error.ts';
import { mergeDraft } from './merge-draft.ts';
import type { DraftChange } from './merge-draft.ts';
import { requireAssignee, requireOpen } from './task.ts';
import type { StoredTask, TaskStore } from './task-store.ts';

export interface TaskServiceDependencies {
  readonly database: Database;
  readonly store: TaskStore;
  readonly audit: Audit;
  readonly notifications: NotificationService;
  readonly clock: Clock;
  /** The data that a task's form opens with. */
  readonly initialData: (taskId: string, actor: Actor) => Promise<JsonObject>;
  /** What of a draft somebody writes who may write these classes; what else was in it stays. */
  readonly write: (formVersionId: string, writing: Writing) => Promise<JsonObject>;
  /** What of a task's form data somebody sees who sees these classes. */
  readonly redact: (formVersionId: string, data: JsonObject, classes: readonly FieldClass[]) => Promise<JsonObject>;
}

const MAX_DRAFT_BYTES = 1024 * 1024;

type Tell = (event: LiveEvent) => void;

export interface TaskService {
  /** Takes an unclaimed task. Of two at once one wins; the other gets a ConflictError that names the winner. */
  claim(actor: Actor, taskId: string, tell: Tell): Promise<void>;
  release(actor: Actor, taskId: string, tell: Tell): Promise<void>;
  /** Hands a task to a colleague of the office, with a reason. */
  delegate(actor: Actor, taskId: string, to: { userId: string; reason: string }, tell: Tell): Promise<void>;
  saveDraft(actor: Actor, taskId: string, change: DraftChange): Promise<TaskDraft>;
  removeDraft(actor: Actor, taskId: string): Promise<void>;
  /** Throws ForbiddenError when the actor may not read the task. */
  requireReadable(actor: Actor, taskId: string): Promise<void>;
}

export function createTaskService(dependencies: TaskServiceDependencies): TaskService {
  const { store, clock } = dependencies;
  return {
    async claim(actor, taskId, tell) {
      const task = await store.get(taskId);
      requireAccess(actor, 'task.claim', objectOf(task));
      requireOpen(task);
      requireCandidate(actor, task);
      if (task.assigneeId === actor.userId) return;
      if (task.assigneeId !== null || !(await store.reassign(taskId, null, actor.userId, clock.now()))) {
        const now = await store.get(taskId);
        // Sent twice at once: the other one has claimed it for the same person.
        if (now.assigneeId === actor.userId) return;
        throw alreadyClaimed(now);
      }
      await record(dependencies, actor, task, { verb: 'task.claimed' });
      tell(changed(task, [actor.userId]));
    },

    async release(actor, taskId, tell) {
      const task = await store.get(taskId);
      requireAccess(actor, 'task.release', objectOf(task));
      requireOpen(task);
      if (task.assigneeId === null) return;
      if (!(await store.reassign(taskId, task.assigneeId, null, clock.now()))) throw busy(taskId);
      await record(dependencies, actor, task, { verb: 'task.released' });
      tell(changed(task, [task.assigneeId]));
    },

    async delegate(actor, taskId, { userId, reason }, tell) {
      const task = await store.get(taskId);
      requireAccess(actor, 'task.delegate', objectOf(task));
      requireOpen(task);
      const colleague = await store.findColleague(userId);
      if (colleague?.institutionId !== task.institutionId) {
        throw new AppError(
          'user_not_eligible',
          422,
          `The user ${userId} does not work at the office of task ${taskId}`,
        );
      }
      if (!(await store.reassign(taskId, task.assigneeId, userId, clock.now()))) throw busy(taskId);
      await record(dependencies, actor, task, { verb: 'task.delegated', reason, params: { userId, reason } });
      await dependencies.notifications.notify([userId], {
        kind: 'task.assigned',
        params: { name: task.name, reason },
        caseId: task.caseId,
        taskId,
      });
      tell(changed(task, [userId, ...(task.assigneeId ? [task.assigneeId] : [])]));
    },

    async saveDraft(actor, taskId, change) {
      const task = await requireEditor(store, actor, taskId);
      const { classes: writable } = decide(actor, 'task.complete', objectOf(task));
      const stored = await store.findDraft(taskId);
      const draft = stored ?? { data: await dependencies.initialData(taskId, actor), fields: {}, version: 0 };
      const merged = mergeDraft(draft, change);
      const data = await dependencies.write(task.formVersionId, {
        ...{ data: merged.draft.data, prior: draft.data, classes: writable },
      });
      requireFitting(data);
      const updatedAt = clock.now();
      if (!(await store.saveDraft(taskId, { ...merged.draft, data, updatedAt }, actor.userId))) throw busy(taskId);
      await dependencies.audit.record(
        actor,
        auditEntry(task, { verb: 'task.draft-saved', fields: Object.keys(change.changes) }),
      );
      const { version } = merged.draft;
      const { classes } = decide(actor, 'task.read', objectOf(task));
      return {
        data: await dependencies.redact(task.formVersionId, data, classes),
        version,
        updatedAt: updatedAt.toISOString(),
        ...(merged.conflicts.length > 0 ? { conflicts: [...merged.conflicts] } : {}),
      };
    },

    async removeDraft(actor, taskId) {
      const task = await requireEditor(store, actor, taskId);
      await store.removeDraft(taskId);
      await dependencies.audit.record(actor, auditEntry(task, { verb: 'task.draft-removed' }));
    },

    async requireReadable(actor, taskId) {
      requireAccess(actor, 'task.read', objectOf(await store.get(taskId)));
    },
  };
}

export function objectOf({ institutionId, teamId, territoryId, assigneeId }: StoredTask): AccessObject {
  return { institutionId, teamId, territoryId, assigneeId };
}

/** Who claims must have a role that the procedure names; who may reassign may also take a task over. */
function requireCandidate(actor: Actor, task: StoredTask): void {
  if (task.roles.some((role) => actor.roles.includes(role))) return;
  if (decide(actor, 'task.reassign', objectOf(task)).allowed) return;
  throw new ForbiddenError(`${actor.userId} has none of the roles ${task.roles.join(', ')}`, 'not_a_candidate', {
    roles: task.roles,
  });
}

function alreadyClaimed({ id, assigneeName, claimedAt }: StoredTask): ConflictError {
  return new ConflictError('task_already_claimed', `The task ${id} was claimed by somebody else`, {
    assignee: { displayName: assigneeName ?? '' },
    claimedAt: claimedAt?.toISOString() ?? null,
  });
}

function busy(taskId: string): ConflictError {
  return new ConflictError('task_changed', `The task ${taskId} was changed by somebody else in between; load it again`);
}

/** A draft is sent as a whole when it is submitted: it must fit the largest body. */
function requireFitting(data: JsonObject): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes > MAX_DRAFT_BYTES) throw new PayloadTooLargeError(`A draft has at most ${MAX_DRAFT_BYTES} bytes`);
}

async function requireEditor(store: TaskStore, actor: Actor, taskId: string): Promise<StoredTask> {
  const task = await store.get(taskId);
  requireAccess(actor, 'task.complete', objectOf(task));
  requireOpen(task);
  requireAssignee(task, actor);
  return task;
}

interface Happening {
  readonly verb: string;
  readonly reason?: string;
  readonly fields?: readonly string[];
  readonly params?: { userId: string; reason: string };
}

function auditEntry(task: StoredTask, { verb, reason, fields }: Happening) {
  const subjectIds = task.personId ? [task.personId] : [];
  return {
    verb,
    objectType: 'task',
    objectId: task.id,
    caseId: task.caseId,
    subjectIds,
    ...(reason ? { reason } : {}),
    ...(fields ? { fields } : {}),
  };
}

async function record(
  { database, audit, clock }: TaskServiceDependencies,
  actor: Actor,
  task: StoredTask,
  happening: Happening,
): Promise<void> {
  await audit.record(actor, auditEntry(task, happening));
  const { verb: event, params } = happening;
  await insertCaseEvent(database, {
    caseId: task.caseId,
    at: clock.now(),
    actorId: actor.userId,
    kind: 'task',
    event,
    task_id: task.id,
    ...(params ? { params } : {}),
  });
}

/** What open screens are told when a task changes hands. */
export function changed(task: StoredTask, assigneeIds: string[]): LiveEvent {
  return {
    type: 'tasks.changed',
    caseId: task.caseId,
    taskIds: [task.id],
    queueIds: [task.queueId],
    assigneeIds,
    institutionIds: [task.institutionId],
  };
}
