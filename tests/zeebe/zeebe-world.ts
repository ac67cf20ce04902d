import { systemClock } from '@esocial/server/clock/clock.ts';
import type { Actor } from '@esocial/server/access/actor.ts';
import { startCase } from '@esocial/server/cases/start-case.ts';
import type { StartedCase } from '@esocial/server/cases/start-case.ts';
import { createStartCaseByEvent } from '@esocial/server/cases/start-case-by-event.ts';
import type { StartCaseByEvent } from '@esocial/server/cases/start-case-by-event.ts';
import { createStepNotifier } from '@esocial/server/process/step-notifier.ts';
import { createTestWorld } from '@esocial/server/process/testing/test-world.ts';
import type { OpenTask, TestWorld } from '@esocial/server/process/testing/test-world.ts';
import { createZeebe } from '@esocial/server/process/zeebe/create-zeebe.ts';
import type { Zeebe, ZeebeDependencies } from '@esocial/server/process/zeebe/create-zeebe.ts';
import { submitTask } from '@esocial/server/tasks/submit-task.ts';
import type { SubmittedTask } from '@esocial/server/tasks/submit-task.ts';
import { startZeebe } from '../../scripts/lib/zeebe.mjs';
import type { RunningZeebe, ZeebeOptions } from '../../scripts/lib/zeebe.mjs';
import { freePort } from '../support/server.ts';

/** The small office of the server's tests, its cases on a real broker. */
export interface ZeebeWorld extends Pick<TestWorld, 'publishWorkflow' | 'publish' | 'database' | 'clerk' | 'chief'> {
  readonly world: TestWorld;
  readonly zeebe: Zeebe;
  readonly broker: RunningZeebe;
  readonly errors: unknown[];
  readonly startByEvent: StartCaseByEvent;
  start(workflow: string, data?: Record<string, unknown>): Promise<StartedCase>;
  submit(taskId: string, data?: Record<string, unknown>, actor?: Actor): Promise<SubmittedTask>;
  /** Waits for an open task of the case at the element. */
  taskAt(caseId: string, elementId: string): Promise<OpenTask>;
  /** Waits until the case is closed and its process has ended. */
  untilClosed(caseId: string): Promise<void>;
  /** The first row that a query gives, waited for. */
  eventually<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row>;
  /** Ends this server's part and begins another one on the same database, as a restart does. */
  restartServer(): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

export async function createZeebeWorld(
  options: ZeebeOptions = {},
  connect?: ZeebeDependencies['connect'],
): Promise<ZeebeWorld> {
  const streamPort = await freePort();
  const [world, broker] = await Promise.all([
    createTestWorld(),
    startZeebe({ exporterUrl: `http://127.0.0.1:${streamPort}`, ...options }),
  ]);
  const { database, definitions } = world;
  const errors: unknown[] = [];
  const settings = {
    grpcAddress: broker.grpcAddress,
    restUrl: broker.restUrl,
    version: '8.5' as const,
    stream: { host: '127.0.0.1', port: streamPort, password: undefined },
  };
  const notifier = createStepNotifier({ live: { publish: () => undefined }, wake: () => undefined });
  const create = (): Zeebe =>
    createZeebe({
      ...{ settings, database, definitions, notifier, embedded: world.engine, clock: systemClock },
      onError: (error) => errors.push(error),
      ...(connect ? { connect } : {}),
    });
  let zeebe = create();
  await zeebe.start();
  const parts = { database, definitions, clock: systemClock };

  /** For the message of a failure: what commands and records there are. */
  async function whatIsThere(): Promise<string> {
    const rows = await database.query(
      `select kind as what, outcome as how, error as detail from zeebe_commands where outcome is distinct from 'done'
       union all select kind, element_id, message from incidents where resolved_at is null
       union all select value_type, intent, count(*)::text from zeebe_records group by 1, 2`,
    );
    const last = errors.at(-1);
    return [...rows.map((row) => JSON.stringify(row)), last instanceof Error ? (last.stack ?? '') : ''].join('\n');
  }

  async function eventually<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const [row] = await database.query<Row>(sql, values);
      if (row) return row;
      if (Date.now() > deadline) throw new Error(`Nothing came: ${sql} ${values.join()}\n${await whatIsThere()}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  return {
    world,
    broker,
    errors,
    database,
    clerk: world.clerk,
    chief: world.chief,
    publishWorkflow: world.publishWorkflow.bind(world),
    publish: world.publish.bind(world),
    get zeebe() {
      return zeebe;
    },
    startByEvent: (start) => createStartCaseByEvent({ ...parts, engine: zeebe.engine })(start),
    start: (workflow, data = { subject: 'Roof' }) =>
      startCase({ ...parts, engine: zeebe.engine }, { actor: world.clerk, workflow, data: data as never }),
    async submit(taskId, data = { approved: true }, actor = world.clerk) {
      await world.claim(taskId, actor);
      return submitTask({ ...parts, engine: zeebe.engine }, { actor, taskId, data: data as never });
    },
    taskAt: (caseId, elementId) =>
      eventually<OpenTask>(
        `select id, element_id, assignee_id, due_at from tasks where case_id = $1 and element_id = $2 and state = 'open'`,
        [caseId, elementId],
      ),
    async untilClosed(caseId) {
      await eventually(
        `select 1 from cases c join process_instances i on i.case_id = c.id
         where c.id = $1 and c.status = 'closed' and i.parent_instance_id is null and i.status <> 'active'`,
        [caseId],
      );
    },
    eventually,
    async restartServer() {
      await zeebe.stop();
      zeebe = create();
      await zeebe.start();
    },
    async close() {
      await zeebe.stop();
      await broker.stop();
      await world.close();
    },
  };
}
