import type { TaskReassignmentReply } from '@esocial/contracts/generated/api-supervision-reassignment-reply.ts';
import type { TaskReassignmentRequest } from '@esocial/contracts/generated/api-supervision-reassignment-request.ts';
import type { Actor } from '../access/actor.ts';
import { decide, requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { ConflictError, NotFoundError } from '../errors/app-error.ts';
import type { LiveEvent } from '../events/live-events.ts';
import { newId } from '../ids/new-id.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import { changed, objectOf } from './task-service.ts';
import type { StoredTask, TaskStore } from './task-store.ts';

export interface ReassignmentDependencies {
  readonly database: Database;
  readonly store: TaskStore;
  readonly audit: Audit;
  readonly notifications: NotificationService;
  readonly clock: Clock;
}

type Tell = (event: LiveEvent) => void;

export interface ReassignmentService {
  /** Gives many tasks to one colleague, or back to their queues; those it may not touch are refused one by one. */
  reassign(actor: Actor, request: TaskReassignmentRequest, tell: Tell): Promise<TaskReassignmentReply>;
  /** Takes a reassignment back, as far as its tasks are still as it left them. */
  undo(actor: Actor, undoToken: string, tell: Tell): Promise<TaskReassignmentReply>;
  /** Throws ForbiddenError unless the actor may reassign each of these tasks. */
  requireReach(actor: Actor, taskIds: readonly string[]): Promise<void>;
  /** The same for the tasks of a reassignment. */
  requireReachOf(actor: Actor, undoToken: string): Promise<void>;
}

interface Change {
  readonly taskId: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function createReassignmentService(dependencies: ReassignmentDependencies): ReassignmentService {
  const { database, store, audit, notifications, clock } = dependencies;

  async function apply(
    actor: Actor,
    changes: readonly Change[],
    reason: string,
    tell: Tell,
  ): Promise<{ done: Change[]; refused: TaskReassignmentReply['refused'] }> {
    const tasks = new Map((await store.listByIds(changes.map(({ taskId }) => taskId))).map((task) => [task.id, task]));
    const colleagues = await institutionsOf(
      database,
      changes.flatMap(({ to }) => to ?? []),
    );
    const done: Change[] = [];
    const refused: TaskReassignmentReply['refused'] = [];
    for (const change of changes) {
      const task = tasks.get(change.taskId);
      const code = refusal(actor, task, change, colleagues);
      if (code || !task) refused.push({ taskId: change.taskId, code: code ?? 'not_found' });
      else done.push(change);
    }
    await assignAll(database, done, clock.now());
    await noteAll(database, done, tasks, actor, reason, clock.now());
    for (const { taskId, from, to } of done) {
      const task = tasks.get(taskId);
      if (task)
        tell(
          changed(
            task,
            [from, to].filter((id) => id !== null),
          ),
        );
    }
    const subjectIds = [...new Set(done.flatMap(({ taskId }) => tasks.get(taskId)?.personId ?? []))];
    await audit.record(actor, {
      verb: 'task.reassigned',
      objectType: 'task',
      subjectIds,
      fields: done.map(({ taskId }) => taskId),
      reason,
    });
    return { done, refused };
  }

  async function requireReach(actor: Actor, taskIds: readonly string[]): Promise<void> {
    for (const task of await store.listByIds(taskIds)) requireAccess(actor, 'task.reassign', objectOf(task));
  }

  return {
    requireReach,

    async requireReachOf(actor, undoToken) {
      const rows = await database.query<{ changes: Change[] }>('select changes from task_reassignments where id = $1', [
        undoToken,
      ]);
      await requireReach(
        actor,
        rows.flatMap(({ changes }) => changes.map(({ taskId }) => taskId)),
      );
    },

    async reassign(actor, { taskIds, userId, reason }, tell) {
      const current = new Map((await store.listByIds(taskIds)).map((task) => [task.id, task.assigneeId]));
      const changes = taskIds.map((taskId) => ({ taskId, from: current.get(taskId) ?? null, to: userId }));
      const { done, refused } = await apply(actor, changes, reason, tell);
      if (done.length === 0) return { reassigned: 0, refused, undoToken: null };
      const undoToken = newId();
      await database.query(
        'insert into task_reassignments (id, actor_id, changes, created_at) values ($1, $2, $3, $4)',
        [undoToken, actor.userId, JSON.stringify(done), clock.now()],
      );
      if (userId && userId !== actor.userId)
        await notifications.notify([userId], { kind: 'task.reassigned', params: { count: done.length, reason } });
      return { reassigned: done.length, refused, undoToken };
    },

    async undo(actor, undoToken, tell) {
      const [row] = await database.query<{ changes: Change[]; undone_at: Date | null }>(
        'select changes, undone_at from task_reassignments where id = $1 and actor_id = $2 for update',
        [undoToken, actor.userId],
      );
      if (!row) throw new NotFoundError('reassignment', undoToken);
      if (row.undone_at)
        throw new ConflictError('already_undone', `The reassignment ${undoToken} was taken back before`);
      await database.query('update task_reassignments set undone_at = $2 where id = $1', [undoToken, clock.now()]);
      const back = row.changes.map(({ taskId, from, to }) => ({ taskId, from: to, to: from }));
      const { done, refused } = await apply(actor, back, `undo ${undoToken}`, tell);
      return { reassigned: done.length, refused, undoToken: null };
    },
  };
}

function refusal(
  actor: Actor,
  task: StoredTask | undefined,
  { from, to }: Change,
  colleagues: ReadonlyMap<string, string>,
): string | undefined {
  if (!task) return 'not_found';
  if (!decide(actor, 'task.reassign', objectOf(task)).allowed) return 'forbidden';
  if (task.state !== 'open') return `task_${task.state}`;
  if (task.assigneeId !== from) return 'task_changed';
  if (to !== null && colleagues.get(to) !== task.institutionId) return 'user_not_eligible';
  return undefined;
}

async function institutionsOf(database: Database, userIds: readonly string[]): Promise<Map<string, string>> {
  const sql = 'select id, institution_id from users where id = any($1) and active';
  const rows = await database.query<{ id: string; institution_id: string }>(sql, [userIds]);
  return new Map(rows.map((row) => [row.id, row.institution_id]));
}

/** Five hundred at once are one statement; their rows are locked since they were listed. */
async function assignAll(database: Database, changes: readonly Change[], at: Date): Promise<void> {
  await database.query(
    `update tasks t set assignee_id = c.user_id, claimed_at = case when c.user_id is not null then $3::timestamptz end, version = t.version + 1
     from unnest($1::uuid[], $2::uuid[]) as c(task_id, user_id) where t.id = c.task_id`,
    [changes.map(({ taskId }) => taskId), changes.map(({ to }) => to), at],
  );
}

async function noteAll(
  database: Database,
  changes: readonly Change[],
  tasks: ReadonlyMap<string, StoredTask>,
  actor: Actor,
  reason: string,
  at: Date,
): Promise<void> {
  await database.query(
    `insert into case_events (case_id, at, kind, event, actor_id, task_id, params)
     select c.case_id, $4, 'task', 'task.reassigned', $5, c.task_id, jsonb_build_object('userId', c.user_id, 'reason', $6::text)
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as c(case_id, task_id, user_id)`,
    [
      changes.map(({ taskId }) => tasks.get(taskId)?.caseId),
      changes.map(({ taskId }) => taskId),
      changes.map(({ to }) => to),
      at,
      actor.userId,
      reason,
    ],
  );
}
