import type { LiveEvent, LiveEvents } from '../events/live-events.ts';
import type { CaseFacts } from './case-facts.ts';
import type { StepWrites } from './step-writes.ts';

/** Told after each commit of a step. */
export interface StepNotifier {
  stepped(facts: CaseFacts, writes: StepWrites): void;
}

export function createStepNotifier({
  live,
  wake,
}: {
  live: Pick<LiveEvents, 'publish'>;
  wake: () => void;
}): StepNotifier {
  return {
    stepped(facts, writes) {
      live.publish(eventsOf(facts, writes));
      if (writes.subscriptions || writes.jobs || writes.timers) wake();
    },
  };
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
  const userIds = distinct((writes.notifications ?? []).map((notification) => notification.user_id));
  if (userIds.length > 0) events.push({ type: 'notifications.changed', userIds });
  return events;
}

function distinct(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
