import { createHash } from 'node:crypto';
import { createAudit } from '../../audit/audit.ts';
import { startCase } from '../../cases/start-case.ts';
import { createStartCaseByEvent } from '../../cases/start-case-by-event.ts';
import { newId } from '../../ids/new-id.ts';
import { createTaskServices } from '../../tasks/create-task-services.ts';
import { submitTask } from '../../tasks/submit-task.ts';
import { createEmbeddedEngine } from '../embedded/embedded-engine.ts';
import { doDueWork } from '../embedded/process-worker.ts';
import { createEventStarts } from '../event-starts/event-starts.ts';
import { createStepNotifier } from '../step-notifier.ts';
import { dyingDatabase } from '../testing/dying-database.ts';
import type { Fault } from '../testing/dying-database.ts';
import { bpmnOf, chain, end, flow, serviceTask, start, userTask } from '../testing/test-bpmn.ts';
import { createMigrationService } from './migration-service.ts';
import { migrateDueInstances } from './migration-worker.ts';
import type { OperationsService } from './operations-service.ts';
import { createOperationsService } from './operations-service.ts';
import type { OperationsWorld } from './testing/operations-world.ts';
import { createOperationsWorld } from './testing/operations-world.ts';

/** One server process: what it does goes through its own database connection. */
interface Server {
  readonly engine: OperationsWorld['engine'];
  hasDied(): Promise<boolean>;
  submit(taskId: string, key: string): Promise<unknown>;
  claim(taskId: string): Promise<unknown>;
  start(workflow: string, key: string): Promise<unknown>;
  operate(work: (operations: OperationsService) => Promise<void>): Promise<unknown>;
  migrate(request: { sourceVersionId: string; targetVersionId: string; instanceIds: [string] }): Promise<unknown>;
  work(): Promise<unknown>;
}

/** A case at the point where something happens to it. */
interface Scene {
  readonly caseId: string;
  readonly instanceId: string;
  readonly taskId: string;
  readonly key: string;
}

interface Scenario {
  readonly name: string;
  readonly workflow: string;
  readonly given?: (scene: Scene) => Promise<void>;
  /** What a server does, and what a person or the workers do once more when they have heard of no success. */
  act(server: Server, scene: Scene): Promise<unknown>;
}

const wait = `<bpmn:intermediateCatchEvent id="Wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
const message = `<bpmn:intermediateCatchEvent id="Hear"><bpmn:messageEventDefinition id="m" messageRef="Paid" /></bpmn:intermediateCatchEvent>`;
const signal = (id: string, type: string) =>
  `<bpmn:intermediate${type}Event id="${id}"><bpmn:signalEventDefinition id="${id}_d" signalRef="Alarm" /></bpmn:intermediate${type}Event>`;
const call = `<bpmn:callActivity id="Call"><bpmn:extensionElements><zeebe:calledElement processId="inner" /></bpmn:extensionElements></bpmn:callActivity>
  <bpmn:boundaryEvent id="Caught" attachedToRef="Call"><bpmn:errorEventDefinition id="ee" errorRef="Refused" /></bpmn:boundaryEvent>`;
const inner = `<bpmn:process id="inner" isExecutable="true"><bpmn:startEvent id="s2" />${userTask('Judge')}<bpmn:endEvent id="e2"><bpmn:errorEventDefinition id="ed" errorRef="Refused" /></bpmn:endEvent>${chain('s2', 'Judge', 'e2')}</bpmn:process><bpmn:error id="Refused" name="refused" errorCode="REFUSED" />`;
const sequence = (...elements: [string, string][]): string =>
  start + elements.map(([, xml]) => xml).join('') + end + chain('start', ...elements.map(([id]) => id), 'end');

describe('a server that dies at any round trip', () => {
  let world: OperationsWorld;
  let versions: { sourceVersionId: string; targetVersionId: string };

  beforeAll(async () => {
    world = await createOperationsWorld();
    const publish = (id: string, elements: string, more = '') =>
      world.publishWorkflow(id, bpmnOf(elements, { id, more }));
    const alarm = '<bpmn:signal id="Alarm" name="alarm" />';
    await publish('task', sequence(['One', userTask('One')], ['Two', userTask('Two')]));
    await publish('timer', sequence(['One', userTask('One')], ['Wait', wait], ['Two', userTask('Two')]));
    const paid = `<bpmn:message id="Paid" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId" /></bpmn:extensionElements></bpmn:message>`;
    await publish('message', sequence(['Hear', message], ['Two', userTask('Two')]), paid);
    await publish('signal', sequence(['Hear', signal('Hear', 'Catch')], ['Two', userTask('Two')]), alarm);
    await publish('thrower', sequence(['One', userTask('One')], ['Say', signal('Say', 'Throw')]), alarm);
    const whom = '=if whom = null then &quot;somebody&quot; else whom';
    const tell = serviceTask('Tell', 'esocial.notify', { headers: { to: whom } });
    await publish('job', sequence(['Tell', tell], ['Two', userTask('Two')]));
    const once = serviceTask('Tell', 'esocial.notify', { headers: { to: whom }, retries: 1 });
    await publish('incident', sequence(['Tell', once], ['Two', userTask('Two')]));
    const caller = start + call + userTask('Repair') + end + chain('start', 'Call', 'end') + flow('Caught', 'Repair');
    await publish('called', caller + flow('Repair', 'end'), inner);
    const sourceVersionId = await publish('moved', sequence(['One', userTask('One')]));
    versions = { sourceVersionId, targetVersionId: '' };
  }, 120_000);

  afterAll(() => world.close());

  function serverOn(fault?: Fault): Server {
    const dying = fault && dyingDatabase(world.database, fault);
    const database = dying ?? world.database;
    const notifier = createStepNotifier({ live: { publish: () => undefined }, wake: () => undefined });
    const parts = { ...world, database, audit: createAudit(database), onError: () => undefined };
    const engine = createEmbeddedEngine({ ...parts, notifier });
    const operations = createOperationsService({ ...parts, engine });
    const migrations = createMigrationService({ ...parts, engine, wake: () => undefined });
    const startCaseByEvent = createStartCaseByEvent({ ...parts, engine });
    const eventStarts = createEventStarts({ ...parts, startCase: startCaseByEvent });
    const { tasks } = createTaskServices({ ...parts, notifications: { notify: () => Promise.resolve() } });
    const { clerk: actor } = world;
    const claimOf = (route: string, key: string) => ({
      ...{ userId: actor.userId, route, key, bodyDigest: createHash('sha256').update(key).digest() },
    });
    return {
      engine,
      hasDied: () => dying?.hasDied() ?? Promise.resolve(false),
      submit: (taskId, key) =>
        submitTask(
          { ...parts, engine },
          { actor, taskId, data: { approved: true }, idempotency: claimOf('submit', key) },
        ),
      claim: (taskId) => database.transaction(() => tasks.claim(actor, taskId, () => undefined)),
      start: (workflow, key) =>
        startCase(
          { ...parts, engine },
          { actor, workflow, data: { subject: key }, idempotency: claimOf('start', key) },
        ),
      operate: (work) => database.transaction(() => work(operations)),
      async migrate(request) {
        const of = { ...request, reason: 'law' };
        await database.transaction(() => migrations.migrate(world.administrator, of));
      },
      async work() {
        await doDueWork({ ...parts, engine });
        await eventStarts.startDue();
        await migrateDueInstances({ ...parts, engine });
      },
    };
  }

  const admin = () => world.administrator;
  const seen = (scene: Scene, version: number) => ({ instanceId: scene.instanceId, version });
  const setVariable = (instanceId: string) =>
    world.engine.operate({
      instanceId,
      command: { type: 'setVariables', variables: { whom: 'starter' } },
      actorId: null,
    });

  const scenarios: Scenario[] = [
    { name: 'starting a case', workflow: 'task', act: (server, { key }) => server.start('task', key) },
    { name: 'claiming', workflow: 'task', act: (server, { taskId }) => server.claim(taskId) },
    {
      ...{ name: 'submitting', workflow: 'task', given: ({ taskId }) => world.claim(taskId) },
      act: (server, { taskId, key }) => server.submit(taskId, key),
    },
    {
      ...{ name: 'a timer', workflow: 'timer' },
      async given({ taskId }) {
        await world.submit(taskId);
        world.clock.advance(3_700_000);
      },
      act: (server) => server.work(),
    },
    {
      ...{ name: 'a job that was postponed', workflow: 'job' },
      async given({ instanceId }) {
        await setVariable(instanceId);
        await world.database.query(`update process_jobs set variables = variables || '{"whom": "starter"}'`);
        world.clock.advance(120_000);
      },
      act: (server) => server.work(),
    },
    {
      ...{ name: 'publishing a message', workflow: 'message' },
      act: (server, { caseId, key }) =>
        server.engine.publishMessage({ name: 'paid', correlationKey: caseId, variables: {}, messageId: key }),
    },
    {
      ...{ name: 'correlating a buffered message', workflow: 'message' },
      given: async ({ caseId }) => {
        await world.database.query(
          `insert into messages (id, name, correlation_key, variables, published_at, expires_at)
           values ($1, 'paid', $2, '{}', $3, 'infinity')`,
          [newId(), caseId, world.clock.now()],
        );
      },
      act: (server) => server.work(),
    },
    {
      ...{ name: 'throwing a signal', workflow: 'thrower', given: ({ taskId }) => world.claim(taskId) },
      act: (server, { taskId, key }) => server.submit(taskId, key),
    },
    {
      ...{ name: 'handing a signal on', workflow: 'signal' },
      given: async () => {
        await world.engine.broadcastSignal({ id: newId(), name: 'alarm', variables: {} });
      },
      act: (server) => server.work(),
    },
    {
      ...{ name: 'an error out of a called process', workflow: 'called', given: ({ taskId }) => world.claim(taskId) },
      act: (server, { taskId, key }) => server.submit(taskId, key),
    },
    {
      ...{ name: 'modifying', workflow: 'task' },
      act: (server, scene) =>
        server.operate((operations) =>
          operations.modify(admin(), seen(scene, 1), {
            ...{ activate: [{ elementId: 'Two' }], terminate: [scene.taskId], reason: 'so' },
          }),
        ),
    },
    {
      ...{ name: 'suspending', workflow: 'timer' },
      act: (server, scene) => server.operate((operations) => operations.suspend(admin(), seen(scene, 1), 'so')),
    },
    {
      ...{ name: 'resuming', workflow: 'timer' },
      given: async (scene) => {
        await world.submit(scene.taskId);
        await world.operate((operations) => operations.suspend(admin(), seen(scene, 2), 'so'));
      },
      act: (server, scene) => server.operate((operations) => operations.resume(admin(), seen(scene, 3))),
    },
    {
      ...{ name: 'cancelling', workflow: 'called' },
      act: (server, scene) => server.operate((operations) => operations.cancel(admin(), seen(scene, 1), 'so')),
    },
    {
      ...{ name: 'setting variables', workflow: 'task' },
      act: (server, scene) =>
        server.operate((operations) =>
          operations.setVariables(admin(), seen(scene, 1), { variables: { a: 1 }, reason: 'so' }),
        ),
    },
    {
      ...{
        name: 'retrying an incident',
        workflow: 'incident',
        given: ({ instanceId }) => setVariable(instanceId).then(() => undefined),
      },
      async act(server, { caseId }) {
        const sql = 'select id from incidents where case_id = $1 and resolved_at is null';
        const [incident] = await world.database.query<{ id: string }>(sql, [caseId]);
        if (incident) await server.engine.retryIncident({ incidentId: incident.id, actorId: null });
      },
    },
    {
      ...{ name: 'migrating', workflow: 'moved' },
      given: async ({ instanceId }) => {
        versions = {
          ...versions,
          targetVersionId: await world.publishWorkflow(
            'moved',
            bpmnOf(sequence(['One', userTask('One')], ['Two', userTask('Two')]), { id: 'moved' }),
            {},
            '2030-01-01',
          ),
        };
        await serverOn().migrate({ ...versions, instanceIds: [instanceId] });
      },
      act: (server) => server.work(),
    },
  ];

  async function setScene({ workflow, given }: Scenario): Promise<Scene> {
    const { caseId, next } = await world.start(workflow);
    const [instanceId] = await world.instanceIds(caseId);
    const scene = { caseId, instanceId: instanceId!, taskId: next.taskId ?? '', key: newId() };
    await given?.(scene);
    return scene;
  }

  /** Everything that tells whether something is lost or doubled, without ids and times. */
  async function stateOf({ caseId, key }: Scene): Promise<unknown> {
    const [row] = await world.database.query(
      `select
         (select jsonb_agg(jsonb_build_array(element_id, state, assignee_id is not null) order by element_id, state)
           from tasks where case_id = $1) as tasks,
         (select jsonb_agg(jsonb_build_array(process_id, status, version) order by process_id)
           from process_instances where case_id = $1) as instances,
         (select jsonb_agg(s.command order by s.instance_id, s.version) from process_steps s
           join process_instances i on i.id = s.instance_id where i.case_id = $1) as steps,
         (select count(*)::int from records where case_id = $1) as records,
         (select count(*)::int from process_timers where case_id = $1) as timers,
         (select count(*)::int from process_jobs where case_id = $1) as jobs,
         (select count(*)::int from message_subscriptions where case_id = $1) as subscriptions,
         (select count(*)::int from signal_subscriptions where case_id = $1) as signal_subscriptions,
         (select count(*)::int from signal_deliveries where case_id = $1) as deliveries,
         (select count(*)::int from notifications where case_id = $1) as notifications,
         (select count(*)::int from incidents where case_id = $1 and resolved_at is null) as incidents,
         (select jsonb_agg(event order by event) from case_events where case_id = $1) as events,
         (select jsonb_agg(verb order by verb) from audit_events where case_id = $1 and verb not like '%read') as audited,
         (select jsonb_agg(reason) from process_suspensions s join process_instances i on i.id = s.instance_id
           where i.case_id = $1 and s.resumed_at is null) as suspensions,
         (select count(*)::int from records where data->>'subject' = $2) as started`,
      [caseId, key],
    );
    return row;
  }

  /** Once more by whoever has heard of no success; what is done already refuses it. */
  async function again(scenario: Scenario, scene: Scene): Promise<void> {
    await scenario.act(serverOn(), scene).catch(() => undefined);
    // What a dead worker had claimed is free again.
    world.clock.advance(60_000);
    await world.work();
    await serverOn().work();
  }

  it.each(scenarios.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
    '%s: done once, before and after each round trip',
    async (_name, scenario) => {
      // given
      const calm = await setScene(scenario);
      await scenario.act(serverOn(), calm);
      await again(scenario, calm);
      const expected = await stateOf(calm);
      let deaths = 0;

      for (let at = 1, died = true; died; at += 1) {
        for (const when of ['before', 'after'] as const) {
          const scene = await setScene(scenario);
          const server = serverOn({ at, when });

          // when
          await scenario.act(server, scene).catch(() => undefined);
          died = await server.hasDied();
          if (died) deaths += 1;
          await again(scenario, scene);

          // then
          expect([{ at, when }, await stateOf(scene)]).toEqual([{ at, when }, expected]);
        }
      }
      expect(deaths).toBeGreaterThan(1);
    },
    120_000,
  );
});
