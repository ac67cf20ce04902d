import { systemClock } from '../clock/clock.ts';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import { createEmbeddedEngine } from './embedded/embedded-engine.ts';
import { doDueWork, untilDueWork } from './embedded/process-worker.ts';
import { createStepNotifier } from './step-notifier.ts';
import { bpmnOf, chain, end, start, userTask } from './testing/test-bpmn.ts';
import type { TestWorld } from './testing/test-world.ts';
import { createTestWorld } from './testing/test-world.ts';
import { startWorkerLoop } from './worker-loop.ts';
import { createWorkSignal } from './work-signal.ts';

const LONG_MS = 60_000;
const live = { publish: () => undefined };

describe('the worker of another server process', () => {
  let world: TestWorld;
  let other: Database;
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);

  beforeAll(async () => {
    world = await createTestWorld();
    other = openDatabase(world.test.connectionString);
  }, 120_000);

  afterAll(async () => {
    await other.close();
    await world.close();
  });

  /** A process whose worker polls so seldom that only a signal or a known timer lets it work in time. */
  const startWorker = async () => {
    const { definitions } = world;
    const notifier = createStepNotifier({ live, wake: () => undefined });
    const engine = createEmbeddedEngine({ database: other, definitions, clock: systemClock, notifier });
    const parts = { database: other, clock: systemClock };
    const loop = startWorkerLoop({
      work: () => doDueWork({ ...parts, engine, onError }),
      untilNext: () => untilDueWork(parts),
      pollMs: LONG_MS,
      onError,
    });
    const signal = createWorkSignal(other, onError);
    await signal.hear(() => loop.wake());
    return loop;
  };

  const waitForTask = async (caseId: string): Promise<Date> => {
    for (;;) {
      const [task] = await world.database.query<{ created_at: Date }>(
        'select created_at from tasks where case_id = $1',
        [caseId],
      );
      if (task) return task.created_at;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('does what comes due right after another process has said so and stopped', async () => {
    // given: a process without a worker of its own, and the worker of another one at rest
    const catchEvent = `<bpmn:intermediateCatchEvent id="Pause"><bpmn:timerEventDefinition><bpmn:timeDuration>PT0.2S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    const elements = start + catchEvent + userTask('Task_After') + end;
    await world.publishWorkflow('paused', bpmnOf(elements + chain('start', 'Pause', 'Task_After', 'end')));
    const { caseId } = await world.start('paused');
    const loop = await startWorker();
    const due = new Date(Date.now() + 300);

    // when
    await world.database.query('update process_timers set due_at = $2 where case_id = $1', [caseId, due]);
    createWorkSignal(world.database, onError).tell();
    const done = await waitForTask(caseId);

    // then
    expect(done.getTime() - due.getTime()).toBeLessThan(100);
    expect(errors).toEqual([]);
    await loop.stop();
  });

  it('is told once for much work at once, and not by itself', async () => {
    // given
    let [mine, others] = [0, 0];
    const own = createWorkSignal(world.database, onError);
    await own.hear(() => (mine += 1));
    await createWorkSignal(other, onError).hear(() => (others += 1));

    // when
    for (let time = 0; time < 5; time += 1) own.tell();
    await own.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));

    // then
    expect([mine, others]).toEqual([0, 1]);
  });

  it('knows when the next timer is due', async () => {
    // given
    const due = new Date(Date.now() + 5_000);
    await world.database.query(
      `insert into process_timers (id, instance_id, case_id, element_id, due_at) values ($1, $1, $1, 'Later', $2)`,
      [newId(), due],
    );

    // when
    const wait = await untilDueWork({ database: other, clock: systemClock });

    // then
    expect(wait).toBeGreaterThan(4_000);
    expect(wait).toBeLessThanOrEqual(5_000);
  });
});
