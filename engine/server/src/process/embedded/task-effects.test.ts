import { bpmnOf, chain, end, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';
import { queueFor } from './task-effects.ts';

describe('a queue', () => {
  const office = { institutionId: 'a', teamId: null };

  it('is the same for the same roles at the same place, in whatever order', () => {
    // then
    expect(queueFor(['b', 'a', 'a'], office)).toEqual(queueFor(['a', 'b'], office));
    expect(queueFor(['a'], office).id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each([
    [['a'], { institutionId: 'b', teamId: null }],
    [['a'], { institutionId: 'a', teamId: 't' }],
    [['b'], { institutionId: 'a', teamId: null }],
    [['a'], { institutionId: null, teamId: null }],
  ])('is another one for %j at %j', (roles, place) => {
    // then
    expect(queueFor(roles, place).id).not.toBe(queueFor(['a'], office).id);
  });
});

describe('a user task', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
  }, 120_000);

  afterAll(() => world.close());

  const taskOf = async (properties: Record<string, string>, more: Record<string, unknown> = {}) => {
    const key = `w${Object.keys(properties).join('')}${Object.values(properties).join('')}`.toLowerCase();
    await world.publishWorkflow(
      key,
      bpmnOf(start + userTask('Task_One', { properties }) + end + chain('start', 'Task_One', 'end')),
      more,
    );
    const { caseId } = await world.start(key);
    const [task] = await world.database.query<Record<string, unknown>>(
      'select t.*, q.institution_id as queue_institution from tasks t join queues q on q.id = t.queue_id where case_id = $1',
      [caseId],
    );
    return task!;
  };

  it('belongs to the office of its case', async () => {
    // then
    expect(await taskOf({})).toMatchObject({
      queue_institution: world.institutionId,
      institution_id: world.institutionId,
      assignee_id: null,
      due_at: Infinity,
      stage: null,
      follower_id: world.clerk.userId,
    });
  });

  it('is for the whole country when the procedure says so', async () => {
    // then
    expect(await taskOf({ territory: 'all' })).toMatchObject({ queue_institution: null });
  });

  it('opens with the person whom the procedure names', async () => {
    // then
    expect(await taskOf({ assignTo: 'starter' })).toMatchObject({
      assignee_id: world.clerk.userId,
      claimed_at: world.clock.now(),
    });
    expect(await taskOf({ assignTo: 'previous' })).toMatchObject({ assignee_id: world.clerk.userId });
    expect(await taskOf({ assignTo: 'caseManager' })).toMatchObject({ assignee_id: null });
  });

  it('stands in the stage that names it', async () => {
    // then
    expect(
      await taskOf({ record: 'continue' }, { stages: [{ key: 'only', title: 'Only', elements: ['Task_One'] }] }),
    ).toMatchObject({ stage: 'only', continues_record: true });
  });

  it('that goes on with a record makes its next version, with what the person may not write kept', async () => {
    // given
    const back = userTask('Task_First') + userTask('Task_Again', { properties: { record: 'continue' } });
    await world.publishWorkflow(
      'again',
      bpmnOf(start + back + end + chain('start', 'Task_First', 'Task_Again', 'end')),
    );
    const { caseId } = await world.start('again');
    const [first] = await world.openTasks(caseId);
    await world.submit(
      first!.id,
      { approved: false, secret: 'chief only' },
      {
        ...world.clerk,
        permissions: world.clerk.permissions.map((permission) => ({
          ...permission,
          classes: ['public', 'personal', 'special', 'sealed'],
        })),
      },
    );
    const [second] = await world.openTasks(caseId);

    // when
    await world.submit(second!.id, { approved: true });

    // then
    const records = await world.database.query<{ version: number; data: object }>(
      `select version, data from records where case_id = $1 and form_key = 'review' order by version`,
      [caseId],
    );
    expect(records).toEqual([
      { version: 1, data: { approved: false, secret: 'chief only' } },
      { version: 2, data: { approved: true, secret: 'chief only' } },
    ]);
  });
});
