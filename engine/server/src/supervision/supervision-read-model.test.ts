import { createAudit } from '../audit/audit.ts';
import { newId } from '../ids/new-id.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import type { SupervisionReadModel } from './supervision-read-model.ts';
import { createSupervisionReadModel } from './supervision-read-model.ts';

describe('supervision', () => {
  let world: TestWorld;
  let supervision: SupervisionReadModel;

  beforeAll(async () => {
    world = await createTestWorld();
    supervision = createSupervisionReadModel({ ...world, audit: createAudit(world.database) });
    const review = userTask('Task_Review', { properties: { deadlineRule: 'review-time' } });
    await world.publishWorkflow('road', bpmnOf(start + review + end + chain('start', 'Task_Review', 'end')));
    // Three on Monday, of which one is claimed and one done late; one on Thursday, claimed by somebody else.
    const [claimed, late] = [await world.start('road'), await world.start('road'), await world.start('road')];
    await world.claim(claimed.next.taskId!);
    world.clock.set('2026-01-12T08:00:00Z');
    await world.submit(late.next.taskId!);
    const newer = await world.start('road');
    await world.claim(newer.next.taskId!, world.otherClerk);
  }, 120_000);

  afterAll(() => world.close());

  it('counts by worker and office, with the oldest', async () => {
    // when
    const summary = await supervision.summary(world.chief);

    // then
    expect(summary).toMatchObject({
      ...{ overdue: 2, atRisk: 0, unclaimed: 1 },
      byWorker: [
        { user: { displayName: 'Clerk Ana' }, overdue: 1, onTime: 0, oldest: '2026-01-09T15:00:00.000Z' },
        { user: { displayName: 'Other Ana' }, overdue: 0, onTime: 1 },
      ],
      byInstitution: [{ institution: { name: 'Office' }, overdue: 2, onTime: 1, unclaimed: 1 }],
    });
  });

  it('shows four weeks of what came and what was done', async () => {
    // when
    const { trend } = await supervision.summary(world.chief);

    // then
    expect(trend).toHaveLength(28);
    expect(trend.at(-1)).toEqual({ date: '2026-01-12', completed: 1, completedLate: 1, opened: 1 });
    expect(trend.find(({ date }) => date === '2026-01-05')).toMatchObject({ opened: 3 });
  });

  it.each([
    ['overdue', 2],
    ['atRisk', 0],
    ['unclaimed', 1],
    ['all', 3],
  ] as const)('lists what is %s', async (state, count) => {
    // then
    expect((await supervision.listTasks(world.chief, { state }, 'ro')).items).toHaveLength(count);
  });

  it('lists page by page', async () => {
    // given
    const first = await supervision.listTasks(world.chief, { state: 'all', limit: '2' }, 'ro');

    // when
    const second = await supervision.listTasks(
      world.chief,
      { state: 'all', limit: '2', cursor: first.nextCursor ?? '' },
      'ro',
    );

    // then
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
  });

  it('filters by worker and office', async () => {
    // then
    expect(
      (await supervision.listTasks(world.chief, { state: 'all', assignee: world.clerk.userId }, 'ro')).items,
    ).toHaveLength(1);
    expect((await supervision.listTasks(world.chief, { state: 'all', institution: newId() }, 'ro')).items).toEqual([]);
  });

  it('reaches no further than the permission', async () => {
    // given
    const elsewhere = { ...world.chief, institutionId: newId() };
    const inTerritory = (territoryIds: string[]) => ({
      ...elsewhere,
      territoryIds,
      permissions: [{ action: 'supervision.read', relation: 'territory' as const }],
    });
    const [office] = await world.database.query<{ territory_id: string }>(
      'select territory_id from institutions where id = $1',
      [world.institutionId],
    );

    // then
    expect((await supervision.summary(elsewhere)).byInstitution).toEqual([]);
    expect((await supervision.summary(world.clerk)).byInstitution).toEqual([]);
    expect((await supervision.summary(inTerritory([newId()]))).byInstitution).toEqual([]);
    expect((await supervision.summary(inTerritory([office!.territory_id]))).byInstitution).toHaveLength(1);
  });
});
