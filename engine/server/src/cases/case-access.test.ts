import type { Actor, Relation } from '../access/actor.ts';
import { newId } from '../ids/new-id.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import { createParameters } from '../tasks/task-list-query.ts';
import { reachableCases, requireCase } from './case-access.ts';

describe('access to cases', () => {
  let world: TestWorld;
  let caseId: string;

  beforeAll(async () => {
    world = await createTestWorld();
    await world.publishWorkflow(
      'plain',
      bpmnOf(start + userTask('Task_One') + end + chain('start', 'Task_One', 'end')),
    );
    caseId = (await world.start('plain')).caseId;
  }, 120_000);

  afterAll(() => world.close());

  const actorWith = (relation: Relation | null, more: Partial<Actor> = {}): Actor => ({
    ...world.otherClerk,
    ...more,
    permissions: relation ? [{ action: 'case.read', relation }] : [],
  });

  const sees = async (actor: Actor): Promise<boolean> => {
    const parameters = createParameters();
    const where = reachableCases(actor, 'case.read', parameters);
    return (await world.database.query(`select 1 from cases c where ${where}`, parameters.values)).length > 0;
  };

  const opens = (actor: Actor): Promise<boolean> =>
    requireCase(world.database, actor, caseId, 'case.read').then(
      () => true,
      (error: { status: number }) => (error.status === 403 ? false : Promise.reject(new Error('unexpected'))),
    );

  it.each<[string, () => Actor, boolean]>([
    ['nobody without a permission', () => actorWith(null), false],
    ['who opened it, as its owner', () => actorWith('own', { userId: world.clerk.userId }), true],
    ['no other person as an owner', () => actorWith('own'), false],
    ['the office', () => actorWith('institution'), true],
    ['no other office', () => actorWith('institution', { institutionId: newId() }), false],
    ['no team where the case has none', () => actorWith('team', { teamId: newId() }), false],
    ['the whole country’s territory', () => actorWith('territory'), true],
    ['no other territory', () => actorWith('territory', { territoryIds: [newId()] }), false],
    ['everybody who may see all', () => actorWith('all', { institutionId: newId() }), true],
  ])('is the same in lists and on the page: %s', async (_who, actor, expected) => {
    // then
    expect([await sees(actor()), await opens(actor())]).toEqual([expected, expected]);
  });

  it.each(['x', '00000000-0000-7000-8000-000000000000'])('knows no case %s', async (id) => {
    // then
    await expect(requireCase(world.database, world.clerk, id, 'case.read')).rejects.toMatchObject({ status: 404 });
  });
});
