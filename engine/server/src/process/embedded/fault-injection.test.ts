import { submitTask } from '../../tasks/submit-task.ts';
import { createStepNotifier } from '../step-notifier.ts';
import { dyingDatabase, Killed } from '../testing/dying-database.ts';
import type { Fault } from '../testing/dying-database.ts';
import { bpmnOf, chain, end, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import type { TestWorld } from '../testing/test-world.ts';
import { createTestWorld } from '../testing/test-world.ts';
import { createEmbeddedEngine } from './embedded-engine.ts';
import { doDueWork } from './process-worker.ts';

const faults: Fault[] = [1, 2, 3].flatMap((at) => [
  { at, when: 'before' as const },
  { at, when: 'after' as const },
]);

describe('a server that dies in the middle', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld();
    const wait = `<bpmn:intermediateCatchEvent id="Wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    const tell = serviceTask('Tell', 'esocial.notify', { headers: { to: 'starter', template: 'Done' } });
    const elements = start + userTask('Task_A') + tell + wait + userTask('Task_B') + end;
    await world.publishWorkflow('road', bpmnOf(elements + chain('start', 'Task_A', 'Tell', 'Wait', 'Task_B', 'end')));
  }, 120_000);

  afterAll(() => world.close());

  const dying = (fault: Fault) => {
    const database = dyingDatabase(world.database, fault);
    const notifier = createStepNotifier({ live: { publish: () => undefined }, wake: () => undefined });
    return { ...world, database, engine: createEmbeddedEngine({ ...world, database, notifier }) };
  };

  /** Record, task, process, timer and audit agree, and each effect is there once. */
  async function expectOneStep(caseId: string): Promise<void> {
    const [row] = await world.database.query(
      `select (select count(*) from records where case_id = $1 and task_id is not null) as records,
         (select count(*) from tasks where case_id = $1 and state = 'completed') as completed,
         (select max(version) from process_instances where case_id = $1) as version,
         (select count(*) from process_steps s join process_instances i on i.id = s.instance_id where i.case_id = $1) as steps,
         (select count(*) from process_timers where case_id = $1) as timers,
         (select count(*) from notifications where case_id = $1) as notifications,
         (select count(*) from audit_events where case_id = $1 and verb = 'task.completed') as audited`,
      [caseId],
    );
    expect(row).toEqual({ records: 1, completed: 1, version: 2, steps: 2, timers: 1, notifications: 1, audited: 1 });
  }

  it.each(faults)('submitting: once, however often it is tried after dying $when round trip $at', async (fault) => {
    // given
    const { caseId, next } = await world.start('road');
    await world.claim(next.taskId!);

    // when
    const first = await submitTask(dying(fault), {
      actor: world.clerk,
      taskId: next.taskId!,
      data: { approved: true },
    }).catch((error: unknown) => error);
    const again = await world.resubmit(next.taskId!).catch((error: unknown) => error);

    // then
    if (fault.at <= 2) expect(first).toBeInstanceOf(Killed);
    const committed = !(first instanceof Killed) || (fault.at === 2 && fault.when === 'after');
    if (committed) expect(again).toMatchObject({ code: 'task_completed' });
    else expect(again).toHaveProperty('recordId');
    await expectOneStep(caseId);
  });

  it.each(
    [1, 2, 3, 4, 5, 6].flatMap((at) => [
      { at, when: 'before' as const },
      { at, when: 'after' as const },
    ]),
  )('a timer: fired once by whoever comes next, after dying $when round trip $at', async (fault) => {
    // given
    const { caseId, next } = await world.start('road');
    await world.submit(next.taskId!);
    world.clock.advance(3_600_000);

    // when
    await doDueWork({ ...dying(fault), onError: () => undefined }).catch(() => 0);
    world.clock.advance(60_000);
    await world.work();

    // then
    const tasks = await world.database.query(
      `select element_id from tasks where case_id = $1 and element_id = 'Task_B'`,
      [caseId],
    );
    expect(tasks).toHaveLength(1);
    expect(await world.database.query('select 1 from process_timers where case_id = $1', [caseId])).toEqual([]);
    expect(
      await world.database.query(`select 1 from case_events where case_id = $1 and event = 'timer.fired'`, [caseId]),
    ).toHaveLength(1);
  });
});
