import type { Actor, Permission } from '../access/actor.ts';
import { hearingOf, mayHear } from './event-visibility.ts';
import type { LiveEvent } from './live-events.ts';

function buildActor(permissions: Permission[], territoryIds: Actor['territoryIds'] = ['town']): Actor {
  return {
    ...{ userId: 'me', displayName: 'Rusu Ana', roles: [], institutionId: 'office', teamId: null },
    ...{ permissions, territoryIds, language: 'ro', sessionId: 'session' },
  };
}

const institutionsIn = async () => ['school'];
const read = (relation: Permission['relation']): Permission => ({ action: 'task.read', relation });

const tasksAt = (institutionId: string, assigneeId = 'you'): LiveEvent => ({
  ...{
    type: 'tasks.changed',
    taskIds: ['t'],
    queueIds: [],
    assigneeIds: [assigneeId],
    institutionIds: [institutionId],
  },
});
const caseAt = (institutionId: string): LiveEvent => ({ type: 'case.changed', caseId: 'c', institutionId });

describe('mayHear', () => {
  it.each<[string, Permission[], LiveEvent, boolean]>([
    ['own office, for its staff', [read('team')], tasksAt('office'), true],
    ['another office', [read('team')], tasksAt('school'), false],
    ['a task of mine in another office', [read('team')], tasksAt('school', 'me'), true],
    ['an office of my territory', [read('territory')], tasksAt('school'), true],
    ['an office outside of my territory', [read('territory')], tasksAt('abroad'), false],
    ['any office, for those who see all', [read('all')], caseAt('abroad'), true],
    ['own office, for those who read nothing', [], caseAt('office'), false],
    ['a case of the own office', [{ action: 'case.read', relation: 'own' }], caseAt('office'), true],
    ['my notifications', [], { type: 'notifications.changed', userIds: ['me'] }, true],
    [
      'the notifications of others, even for those who see all',
      [read('all')],
      { type: 'notifications.changed', userIds: ['you'] },
      false,
    ],
  ])('%s', async (_name, permissions, event, expected) => {
    // given
    const actor = buildActor(permissions);

    // when
    const hearing = await hearingOf(actor, institutionsIn);

    // then
    expect(mayHear(actor, hearing, event)).toBe(expected);
  });

  it('hears of every office when the territory is the whole country', async () => {
    // given
    const actor = buildActor([read('territory')], 'all');

    // then
    expect(mayHear(actor, await hearingOf(actor, institutionsIn), tasksAt('abroad'))).toBe(true);
  });
});
