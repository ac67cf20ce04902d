import type { LiveEvent } from '../events/live-events.ts';
import type { CaseFacts } from './case-facts.ts';
import { createStepNotifier } from './step-notifier.ts';
import type { StepWrites, TaskRow } from './step-writes.ts';

const facts = { id: 'case', institutionId: 'office' } as CaseFacts;
const writes = (more: Partial<StepWrites>): StepWrites => ({
  now: '2026-01-05T08:00:00Z',
  caseId: 'case',
  actorId: 'me',
  ...more,
});

function notify(more: Partial<StepWrites>): { events: LiveEvent[]; woken: boolean[] } {
  const events: LiveEvent[] = [];
  const woken: boolean[] = [];
  const notifier = createStepNotifier({
    live: { publish: (published) => events.push(...published) },
    wake: (soon) => woken.push(soon),
  });
  notifier.stepped(facts, writes(more));
  return { events, woken };
}

describe('after a step', () => {
  it('open screens hear of the case and of every task that came or went, by id', () => {
    // given
    const task = { id: 'new', queue_id: 'queue', assignee_id: null } as TaskRow;

    // when
    const { events } = notify({
      tasks: [task],
      withdrawnTasks: ['gone'],
      completedTask: { id: 'done', assignee_id: 'me' },
    });

    // then
    expect(events).toEqual([
      { type: 'case.changed', caseId: 'case', institutionId: 'office' },
      {
        type: 'tasks.changed',
        caseId: 'case',
        taskIds: ['new', 'gone', 'done'],
        queueIds: ['queue'],
        assigneeIds: ['me'],
        institutionIds: ['office'],
      },
    ]);
  });

  it('those who are notified hear of it', () => {
    // given
    const notification = { id: 'n', user_id: 'ana', kind: 'task.assigned', params: {}, task_id: null };

    // when
    const { events } = notify({ notifications: [notification, { ...notification, id: 'm' }] });

    // then
    expect(events[1]).toEqual({ type: 'notifications.changed', userIds: ['ana'] });
  });

  const timer = (dueAt: string) => ({ id: 't', instance_id: 'i', element_id: 'e', due_at: dueAt });

  it.each<[string, Partial<StepWrites>, boolean[]]>([
    ['a timer is set for later: the worker of this process only', { timers: [timer('2026-01-05T09:00:00Z')] }, [false]],
    ['a timer is due before the next poll: all workers', { timers: [timer('2026-01-05T08:00:00.400Z')] }, [true]],
    ['nothing is to be done: none', {}, []],
  ])('workers are woken when %s', (_what, more, expected) => {
    // then
    expect(notify(more).woken).toEqual(expected);
  });
});
