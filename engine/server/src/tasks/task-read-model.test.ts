import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import type { TaskReadModel } from './task-read-model.ts';
import { boundsAt, createTaskReadModel } from './task-read-model.ts';

describe('the task list', () => {
  let world: TestWorld;
  let tasks: TaskReadModel;

  beforeAll(async () => {
    world = await createTestWorld();
    tasks = createTaskReadModel(world);
    const review = userTask('Task_Review', { properties: { deadlineRule: 'review-time' } });
    await world.publishWorkflow('dated', bpmnOf(start + review + end + chain('start', 'Task_Review', 'end')));
    await world.publishWorkflow(
      'undated',
      bpmnOf(start + userTask('Task_Any') + end + chain('start', 'Task_Any', 'end')),
    );
    // Ten cases, one each hour: those with a deadline are all due on the same day, later ones have none.
    for (let n = 0; n < 10; n += 1) {
      await world.start(n % 2 === 0 ? 'dated' : 'undated', { subject: `Roof ${n}` });
      world.clock.advance(3_600_000);
    }
  }, 120_000);

  afterAll(() => world.close());

  const names = async (query: object) => (await tasks.list(world.clerk, query, 'ro')).items.map(({ name }) => name);

  it('puts due first and those without a deadline last', async () => {
    // then
    expect(await names({ queue: 'unclaimed' })).toEqual([
      ...Array<string>(5).fill('Task Review'),
      ...Array<string>(5).fill('Task Any'),
    ]);
  });

  it.each(['due', '-due', 'created'] as const)('gives every task once, page by page, sorted by %s', async (sort) => {
    // given
    const seen: string[] = [];

    // when
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await tasks.list(
        world.clerk,
        { queue: 'all', sort, limit: '3', ...(cursor ? { cursor } : {}) },
        'ro',
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }

    // then
    const whole = await tasks.list(world.clerk, { queue: 'all', sort }, 'ro');
    expect(seen).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(10);
  });

  it('filters by workflow and by case number', async () => {
    // given
    const [first] = (await tasks.list(world.clerk, { queue: 'unclaimed' }, 'ro')).items;

    // then
    expect(await names({ queue: 'unclaimed', workflow: 'undated' })).toEqual(Array<string>(5).fill('Task Any'));
    expect(await names({ queue: 'unclaimed', q: first!.caseNumber })).toEqual(['Task Review']);
    expect(await names({ queue: 'unclaimed', q: '100%' })).toEqual([]);
  });

  it('moves a task from unclaimed to mine, done and waiting as it is worked on', async () => {
    // given
    const [task] = (await tasks.list(world.clerk, { queue: 'unclaimed' }, 'ro')).items;
    await world.claim(task!.id, world.otherClerk);

    // then
    expect((await tasks.list(world.otherClerk, { queue: 'mine' }, 'ro')).items).toMatchObject([
      { id: task!.id, assignee: { displayName: 'Other Ana' }, deadlineState: 'onTime' },
    ]);
    expect((await tasks.list(world.clerk, { queue: 'waiting' }, 'ro')).items.map(({ id }) => id)).toContain(task!.id);

    // when
    await world.submit(task!.id, { approved: true }, world.otherClerk);

    // then
    expect((await tasks.list(world.otherClerk, { queue: 'done' }, 'ro')).items).toMatchObject([
      { id: task!.id, state: 'completed' },
    ]);
    expect((await tasks.list(world.otherClerk, { queue: 'mine' }, 'ro')).items).toEqual([]);
  });

  it('counts what the lists show', async () => {
    // when
    const counters = await tasks.counters(world.clerk);

    // then
    for (const queue of ['mine', 'unclaimed', 'overdue', 'today', 'week', 'waiting'] as const) {
      const { items } = await tasks.list(world.clerk, { queue }, 'ro');
      expect([queue, counters[queue]]).toEqual([queue, { count: items.length, capped: false }]);
    }
  });

  it('shows nothing to roles that are no candidates, nor to other offices', async () => {
    // given
    const guest = { ...world.clerk, roles: ['guest'] };
    const elsewhere = { ...world.clerk, institutionId: world.chief.userId };

    // then
    expect((await tasks.list(guest, { queue: 'unclaimed' }, 'ro')).items).toEqual([]);
    expect((await tasks.list(world.clerk, { queue: 'waiting' }, 'ro')).items).not.toEqual([]);
    for (const queue of ['unclaimed', 'all', 'mine', 'waiting', 'done'] as const)
      expect((await tasks.list(elsewhere, { queue }, 'ro')).items).toEqual([]);
  });

  it('leaves one audit row that lists its subjects', async () => {
    // given
    const count = async () =>
      (
        await world.database.query(`select 1 from audit_events where verb = 'task.listed' and actor_id = $1`, [
          world.chief.userId,
        ])
      ).length;
    const before = await count();

    // when
    await tasks.list(world.chief, { queue: 'all' }, 'ro');
    await tasks.list(world.chief, { queue: 'mine' }, 'ro');

    // then: the second page held nobody
    expect((await count()) - before).toBe(1);
  });
});

describe('boundsAt', () => {
  it.each([
    ['2026-01-05T08:00:00Z', '2026-01-05T22:00:00.000Z', '2026-01-11T22:00:00.000Z'],
    ['2026-01-11T21:59:00Z', '2026-01-11T22:00:00.000Z', '2026-01-11T22:00:00.000Z'],
    ['2026-07-06T08:00:00Z', '2026-07-06T21:00:00.000Z', '2026-07-12T21:00:00.000Z'],
  ])('at %s the day ends %s and the week %s', (now, day, week) => {
    // when
    const bounds = boundsAt(new Date(now));

    // then
    expect([bounds.endOfToday.toISOString(), bounds.endOfWeek.toISOString()]).toEqual([day, week]);
  });
});
