import type { LiveEvent, LiveEvents } from '../events/live-events.ts';
import type { CaseFacts } from './case-facts.ts';
import type { StepWrites } from './step-writes.ts';

/** How often each server process looks for work by itself, in milliseconds. */
export const POLL_MS = 1_000;

/** Told after each commit of a step. */
export interface StepNotifier {
  stepped(facts: CaseFacts, writes: StepWrites): void;
  /** There is work to do now that no step has brought. */
  wake(): void;
}

export function createStepNotifier({
  live,
  wake,
}: {
  live: Pick<LiveEvents, 'publish'>;
  /** `soon`: other server processes are to look for work as well, and not only at their next poll. */
  wake: (soon: boolean) => void;
}): StepNotifier {
  return {
    wake: () => wake(true),
    stepped(facts, writes) {
      live.publish(eventsOf(facts, writes));
      if (writes.subscriptions || writes.jobs || writes.timers || writes.rare) wake(isSoon(writes));
    },
  };
}

/** Whether something is due before other server processes look for work by themselves. */
function isSoon({ now, jobs = [], timers = [], rare }: StepWrites): boolean {
  if (rare?.signals) return true;
  const nextPoll = Date.parse(now) + POLL_MS;
  return [...jobs, ...timers].some(({ due_at: dueAt }) => Date.parse(dueAt) <= nextPoll);
}

function eventsOf(facts: CaseFacts, writes: StepWrites): LiveEvent[] {
  const { id: caseId, institutionId } = facts;
  const events: LiveEvent[] = [{ type: 'case.changed', caseId, institutionId }];
  const tasks = writes.tasks ?? [];
  const ended = [...(writes.withdrawnTasks ?? []), ...(writes.completedTask ? [writes.completedTask.id] : [])];
  if (tasks.length + ended.length > 0) {
    events.push({
      type: 'tasks.changed',
      caseId,
      taskIds: [...tasks.map(({ id }) => id), ...ended],
      queueIds: distinct(tasks.map((task) => task.queue_id)),
      assigneeIds: distinct([writes.completedTask?.assignee_id, ...tasks.map((task) => task.assignee_id)]),
      institutionIds: [institutionId],
    });
  }
  const notices = [...(writes.notifications ?? []), ...(writes.lateNotices ?? [])];
  const userIds = distinct(notices.map((notification) => notification.user_id));
  if (userIds.length > 0) events.push({ type: 'notifications.changed', userIds });
  return events;
}

function distinct(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
