import type { Json } from '@esocial/process-core/types.ts';
import { foldNotices } from '../../notifications/late-notices.ts';
import type { CaseFacts } from '../case-facts.ts';
import type {
  CallerWrites,
  CaseChange,
  InstanceRow,
  NotificationRow,
  OutboxRow,
  QueueRow,
  RareWrites,
  StepChanges,
  StepWrites,
} from '../step-writes.ts';
import { withoutEmpty } from '../step-writes.ts';
import type { DrivenInstance, StepSheet } from './step-sheet.ts';

/** Everything that the worked-off sheet and its caller write. */
export function toWrites(sheet: StepSheet, before: CaseFacts, caller: CallerWrites): StepWrites {
  const { rows, removed, facts } = sheet;
  const openCase = caller.openCase && { ...caller.openCase, stage: facts.stage, manager_id: facts.managerId };
  return withoutEmpty<StepWrites>({
    now: sheet.now.toISOString(),
    caseId: facts.id,
    actorId: sheet.actorId,
    ...caller,
    openCase,
    case: changeOf(before, facts, sheet.now),
    instances: [...sheet.instances.values()].filter(({ commands }) => commands.length > 0).map(toRow),
    withdrawnTasks: removed.tasks,
    removedTimers: removed.timers,
    removedJobs: removed.jobs,
    removedSubscriptions: removed.subscriptions,
    resolvedIncidents: removed.incidents,
    queues: distinctQueues(rows.queues),
    tasks: rows.tasks,
    deadlines: rows.deadlines,
    timers: rows.timers,
    jobs: rows.jobs,
    subscriptions: rows.subscriptions,
    incidents: rows.incidents,
    events: [...(caller.events ?? []), ...rows.events],
    ...noticesOf([...(caller.notifications ?? []), ...rows.notifications], caller.noticeBatch),
    outbox: [...(caller.outbox ?? []), ...rows.outbox].map((row) => inBatch(row, caller.noticeBatch)),
    noticeBatch: undefined,
    rare: rareOf(sheet, caller),
  });
}

function noticesOf(
  notifications: NotificationRow[],
  batch: string | undefined,
): Pick<StepWrites, 'notifications' | 'lateNotices'> {
  return batch ? { notifications: [], lateNotices: foldNotices(notifications, batch) } : { notifications };
}

/** Whom the process can only name by their role is told after the commit, in the same batch. */
function inBatch(row: OutboxRow, batch: string | undefined): OutboxRow {
  if (!batch || row.topic !== 'notification.requested') return row;
  return { ...row, payload: { ...(row.payload as Record<string, Json>), batch } };
}

/** Undefined for the steps that have nothing of it, so that they take the short way. */
function rareOf({ rare }: StepSheet, caller: CallerWrites): RareWrites | undefined {
  const writes = withoutEmpty<RareWrites>({ ...rare, ...caller.rare });
  return Object.keys(writes).length === 0 ? undefined : writes;
}

function changeOf(before: CaseFacts, after: CaseFacts, now: Date): CaseChange | undefined {
  if (before === after) return undefined;
  return {
    ...(after.stage !== null && after.stage !== before.stage ? { stage: after.stage } : {}),
    ...(after.status !== before.status ? { status: after.status } : {}),
    ...(after.outcome !== null && after.outcome !== before.outcome ? { outcome: after.outcome } : {}),
    ...(after.managerId !== null && after.managerId !== before.managerId ? { manager_id: after.managerId } : {}),
    ...(after.status === 'closed' && before.status !== 'closed' ? { closed_at: now.toISOString() } : {}),
  };
}

function toRow(instance: DrivenInstance): InstanceRow {
  return {
    id: instance.id,
    version: instance.version,
    workflow_version_id: instance.workflowVersionId,
    process_id: instance.processId,
    parent_instance_id: instance.parentInstanceId,
    parent_element_instance_id: instance.parentElementInstanceId,
    status: instance.state?.suspendedAt ? 'suspended' : (instance.state?.status ?? 'active'),
    state: instance.state,
    ended_at: instance.endedAt,
    command: instance.commands[0] ?? '',
    changes: withoutEmpty<StepChanges>(instance.changes),
  };
}

function distinctQueues(queues: readonly QueueRow[]): QueueRow[] {
  return [...new Map(queues.map((queue) => [queue.id, queue])).values()];
}
