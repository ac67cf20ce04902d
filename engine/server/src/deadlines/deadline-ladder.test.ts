import { createAudit } from '../audit/audit.ts';
import { createNotificationService } from '../notifications/notification-service.ts';
import { bpmnOf, chain, end, start, userTask } from '../process/testing/test-bpmn.ts';
import type { TestWorld } from '../process/testing/test-world.ts';
import { createTestWorld } from '../process/testing/test-world.ts';
import { climbLadders } from './deadline-ladder.ts';
import type { LadderDependencies } from './deadline-ladder.ts';

describe('the ladder of a deadline', () => {
  let world: TestWorld;
  let dependencies: LadderDependencies;

  beforeAll(async () => {
    world = await createTestWorld();
    const { database } = world;
    const live = { publish: () => undefined, subscribe: () => () => undefined, start: () => Promise.resolve() };
    const recipients = {
      withRoles: (roles: readonly string[]) =>
        Promise.resolve(roles.includes('clerk') ? [world.otherClerk.userId] : []),
      supervisorsOf: () => Promise.resolve([world.chief.userId]),
      keepers: () => Promise.resolve([]),
    };
    dependencies = {
      ...world,
      live,
      recipients,
      notifications: createNotificationService(database, live),
      audit: createAudit(database),
    };
    await world.publishWorkflow(
      'road',
      bpmnOf(
        start +
          userTask('Task_Review', { properties: { deadlineRule: 'review-time' } }) +
          end +
          chain('start', 'Task_Review', 'end'),
      ),
    );
  }, 120_000);

  afterAll(() => world.close());

  beforeEach(() => world.clock.set('2026-01-05T08:00:00Z'));

  const notified = (taskId: string) =>
    world.database.query<{ user_id: string; kind: string }>(
      'select user_id, kind from notifications where task_id = $1 order by kind, user_id',
      [taskId],
    );

  it('tells the assignee of the risk and the supervisor of the breach, once, with two servers at it', async () => {
    // given
    const { caseId } = await world.start('road');
    const [task] = await world.openTasks(caseId);
    await world.claim(task!.id);
    const early = await climbLadders(dependencies);

    // when
    world.clock.set('2026-01-08T15:00:00Z');
    await Promise.all([climbLadders(dependencies), climbLadders(dependencies)]);
    const atRisk = await notified(task!.id);
    world.clock.set('2026-01-09T15:00:00Z');
    await Promise.all([climbLadders(dependencies), climbLadders(dependencies)]);

    // then
    expect(early).toBe(0);
    expect(atRisk).toEqual([{ user_id: world.clerk.userId, kind: 'deadline.atRisk' }]);
    expect((await notified(task!.id)).slice(1)).toEqual([
      { user_id: world.clerk.userId, kind: 'deadline.breached' },
      { user_id: world.chief.userId, kind: 'deadline.breached' },
    ]);
    expect(
      await world.database.query('select state, next_alert_at from deadlines where case_id = $1', [caseId]),
    ).toEqual([{ state: 'overdue', next_alert_at: null }]);
  });

  it('tells only of the breach when the risk passed unseen, and the candidates when nobody has the task', async () => {
    // given
    const { caseId } = await world.start('road');
    const [task] = await world.openTasks(caseId);

    // when
    world.clock.set('2026-02-01T08:00:00Z');
    await climbLadders(dependencies);

    // then
    expect(await notified(task!.id)).toEqual(
      [world.chief.userId, world.otherClerk.userId]
        .sort()
        .map((userId) => ({ user_id: userId, kind: 'deadline.breached' })),
    );
  });

  it('is quiet about a task that is done, and remembers whether it was in time', async () => {
    // given
    const [met, missed] = [await world.start('road'), await world.start('road')];
    await world.submit((await world.openTasks(met.caseId))[0]!.id);

    // when
    world.clock.set('2026-01-12T08:00:00Z');
    await world.submit((await world.openTasks(missed.caseId))[0]!.id);
    const acted = await climbLadders(dependencies);

    // then
    const states = await world.database.query<{ state: string }>(
      'select state from deadlines where case_id = any($1) order by state',
      [[met.caseId, missed.caseId]],
    );
    expect(acted).toBe(0);
    expect(states).toEqual([{ state: 'met' }, { state: 'missed' }]);
  });
});
