import { createStepNotifier } from '../../step-notifier.ts';
import { bpmnOf, chain, end, start, userTask } from '../../testing/test-bpmn.ts';
import { createTestWorld } from '../../testing/test-world.ts';
import type { TestWorld } from '../../testing/test-world.ts';
import { startCase } from '../../../cases/start-case.ts';
import type { StartedCase } from '../../../cases/start-case.ts';
import { createBrokerInstanceStore } from '../broker-instance-store.ts';
import { createBrokerTaskStore } from '../broker-task-store.ts';
import { createCommandStore } from '../commands/command-store.ts';
import { createEngineRouter } from '../engine-router.ts';
import { createRecordStore } from '../record-stream/record-store.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { buildRecord } from '../testing/build-record.ts';
import { createZeebeEngine } from '../zeebe-engine.ts';
import { ingest, resumeCase } from './ingest.ts';
import type { IngestDependencies } from './ingest.ts';

describe('the record stream of a broker', () => {
  let office: TestWorld;
  let parts: IngestDependencies;
  let key = 2_251_799_813_700_000;
  const errors: unknown[] = [];

  beforeAll(async () => {
    office = await createTestWorld();
    const { database, definitions } = office;
    parts = {
      ...{ database, definitions },
      instances: createBrokerInstanceStore(database),
      tasks: createBrokerTaskStore(database),
      commands: createCommandStore(database),
      records: createRecordStore(database),
      notifier: createStepNotifier({ live: { publish: () => undefined }, wake: () => undefined }),
      onError: (error) => errors.push(error),
    };
    await office.publishWorkflow('request', bpmnOf(start + userTask('review') + end + chain('start', 'review', 'end')));
  });

  afterAll(() => office.close());

  const router = () =>
    createEngineRouter({
      ...{ database: office.database, embedded: office.engine },
      zeebe: createZeebeEngine({ ...parts, clock: office.clock, resumeCase: (caseId) => resumeCase(parts, caseId) }),
    });

  async function begin(): Promise<StartedCase & { instanceId: string; brokerKey: string; processId: string }> {
    const { database, definitions, clock, clerk } = office;
    const started = await startCase(
      { database, definitions, clock, engine: router() },
      { actor: clerk, workflow: 'request', data: { subject: 'Roof' } },
    );
    const [row] = await database.query<{ instanceId: string; versionId: string }>(
      'select id as "instanceId", workflow_version_id as "versionId" from process_instances where case_id = $1',
      [started.caseId],
    );
    key += 100;
    return {
      ...started,
      instanceId: row?.instanceId ?? '',
      brokerKey: String(key),
      processId: `request_v_${row?.versionId}`,
    };
  }

  /** What the broker tells until the task is there; `form` is its form. */
  function records(
    { brokerKey, instanceId, processId }: Awaited<ReturnType<typeof begin>>,
    form = 'review',
  ): ZeebeRecord[] {
    const at = { bpmnProcessId: processId, processInstanceKey: brokerKey };
    const element = `${Number(brokerKey) + 1}`;
    return [
      buildRecord('MESSAGE_START_EVENT_SUBSCRIPTION CORRELATED', { ...at, correlationKey: instanceId }),
      buildRecord(
        'PROCESS_INSTANCE ELEMENT_ACTIVATING',
        { ...at, elementId: 'review', bpmnElementType: 'USER_TASK', flowScopeKey: brokerKey },
        { key: element },
      ),
      buildRecord('USER_TASK CREATED', {
        ...{ ...at, elementInstanceKey: element, elementId: 'review', externalFormReference: form },
        candidateGroupsList: ['clerk'],
      }),
    ];
  }

  const tasksOf = (caseId: string) => office.database.query('select state from tasks where case_id = $1', [caseId]);

  it('has its effect once, however often it comes', async () => {
    // given
    const one = await begin();
    const bulk = records(one);

    // when
    await ingest(parts, bulk);
    await ingest(parts, bulk);
    await ingest(parts, bulk.slice(1));

    // then
    expect(await tasksOf(one.caseId)).toEqual([{ state: 'open' }]);
    expect(await parts.instances.find(one.instanceId)).toMatchObject({ brokerKey: one.brokerKey, halted: false });
  });

  it('that cannot be applied halts its case alone, until it is tried again', async () => {
    // given
    const [poisoned, sound] = [await begin(), await begin()];

    // when
    await ingest(parts, [...records(poisoned, 'unheard-of'), ...records(sound)]);

    // then
    expect(await tasksOf(sound.caseId)).toEqual([{ state: 'open' }]);
    expect(await tasksOf(poisoned.caseId)).toEqual([]);
    const [incident] = await office.database.query<{ id: string; message: string }>(
      'select id, message from incidents where case_id = $1 and resolved_at is null',
      [poisoned.caseId],
    );
    expect(incident?.message).toContain('unheard-of');

    // when: what was missing is there
    await office.database.query(
      `update zeebe_records set value = jsonb_set(value, '{externalFormReference}', '"review"') where value->>'externalFormReference' = 'unheard-of'`,
    );
    await router().retryIncident({ incidentId: incident?.id ?? '', actorId: office.chief.userId });

    // then
    expect(await tasksOf(poisoned.caseId)).toEqual([{ state: 'open' }]);
  });

  it('of somebody else is passed over', async () => {
    const strange = buildRecord('USER_TASK CREATED', { bpmnProcessId: 'invoice', processInstanceKey: '5' });
    await ingest(parts, [strange]);
    expect(await office.database.query('select 1 from zeebe_records where process_instance_key = 5')).toEqual([]);
  });

  it('leaves cases of the embedded engine where they are', async () => {
    // given
    const { caseId } = await office.start('request');
    const [task] = await office.openTasks(caseId);

    // when
    await office.claim(task?.id ?? '');
    const { instanceId } = (
      await office.database.query<{ instanceId: string }>(
        'select id as "instanceId" from process_instances where case_id = $1',
        [caseId],
      )
    )[0] ?? { instanceId: '' };
    await router().cancelInstance({ instanceId, actorId: null });

    // then
    expect(await tasksOf(caseId)).toEqual([{ state: 'withdrawn' }]);
  });
});
