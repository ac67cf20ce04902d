import type { Actor } from '../access/actor.ts';
import { nextTaskFor } from './next-task.ts';
import type { StepOutcome } from './process-engine.ts';
import type { TaskRow } from './step-writes.ts';

const actor: Actor = {
  ...{
    userId: 'ana',
    displayName: 'Ana',
    roles: ['clerk'],
    institutionId: 'office',
    teamId: null,
    territoryIds: 'all' as const,
  },
  permissions: [{ action: 'task.claim', relation: 'institution' }],
  ...{ language: 'ro' as const, sessionId: 's' },
};

const task = (more: Partial<TaskRow>): TaskRow =>
  ({
    id: 't',
    name: 'Task',
    queue_id: 'clerks',
    assignee_id: null,
    institution_id: 'office',
    team_id: null,
    territory_id: null,
    ...more,
  }) as TaskRow;

const outcome = (...createdTasks: TaskRow[]): StepOutcome => ({
  pending: false,
  createdTasks,
  queues: [
    { id: 'clerks', roles: ['clerk'], institution_id: 'office', team_id: null },
    { id: 'chiefs', roles: ['chief'], institution_id: 'office', team_id: null },
  ],
  caseNumber: null,
});

describe('the next task', () => {
  it.each<[string, StepOutcome, unknown]>([
    [
      'one of mine before one that I may claim',
      outcome(task({ id: 'free' }), task({ id: 'mine', assignee_id: 'ana' })),
      { state: 'ready', taskId: 'mine', name: 'Task' },
    ],
    ['one that I may claim', outcome(task({ id: 'free' })), { state: 'ready', taskId: 'free', name: 'Task' }],
    ['none that is somebody else’s', outcome(task({ assignee_id: 'ion' })), { state: 'none' }],
    ['none for other roles', outcome(task({ queue_id: 'chiefs' })), { state: 'none' }],
    ['none at another office', outcome(task({ institution_id: 'elsewhere' })), { state: 'none' }],
    ['none when the process has ended', outcome(), { state: 'none' }],
    ['not known while a broker decides', { ...outcome(), pending: true }, { state: 'pending' }],
  ])('is %s', (_which, made, expected) => {
    // then
    expect(nextTaskFor(actor, made)).toEqual(expected);
  });
});
