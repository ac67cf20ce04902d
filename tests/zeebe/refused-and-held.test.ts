import { bpmnOf, chain, end, serviceTask, start, userTask } from '@esocial/server/process/testing/test-bpmn.ts';
import { createZeebeWorld } from './zeebe-world.ts';
import type { ZeebeWorld } from './zeebe-world.ts';

jest.setTimeout(240_000);

const interrupted = bpmnOf(
  start +
    userTask('review') +
    `<bpmn:boundaryEvent id="withdrawn" attachedToRef="review"><bpmn:messageEventDefinition messageRef="m" /></bpmn:boundaryEvent>` +
    userTask('archive') +
    end +
    chain('start', 'review', 'end') +
    chain('withdrawn', 'archive', 'end'),
  {
    id: 'interrupted',
    more: `<bpmn:message id="m" name="withdraw"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId" />
      </bpmn:extensionElements></bpmn:message>`,
  },
);

const visiting = bpmnOf(
  `${start}<bpmn:callActivity id="calling"><bpmn:extensionElements><zeebe:calledElement processId="visit" />
    </bpmn:extensionElements></bpmn:callActivity>${end}${chain('start', 'calling', 'end')}`,
  {
    id: 'visiting',
    more: `<bpmn:process id="visit" isExecutable="true"><bpmn:startEvent id="s" />${userTask('go')}<bpmn:endEvent id="e" />
      ${chain('s', 'go', 'e')}</bpmn:process>`,
  },
);

const failing = bpmnOf(
  start +
    serviceTask('set', 'esocial.case.set-status', { headers: { status: '=wanted' }, retries: 1 }) +
    end +
    chain('start', 'set', 'end'),
  { id: 'failing' },
);

describe('what a broker refuses, interrupts and cannot do', () => {
  let office: ZeebeWorld;

  beforeAll(async () => {
    office = await createZeebeWorld({ version: process.env['ZEEBE_VERSION'] ?? '8.6.0' });
    await office.publishWorkflow('interrupted', interrupted);
    await office.publishWorkflow('visiting', visiting);
    await office.publishWorkflow('failing', failing);
  });

  afterAll(async () => {
    await office?.close();
  });

  it('a task that is interrupted is withdrawn', async () => {
    // given
    const { caseId } = await office.start('interrupted');
    const { id } = await office.taskAt(caseId, 'review');
    await office.eventually('select 1 from zeebe_subscriptions where case_id = $1', [caseId]);

    // when
    await office.zeebe.engine.publishMessage({ name: 'withdraw', correlationKey: caseId, variables: {} });
    await office.taskAt(caseId, 'archive');

    // then
    expect(await office.database.query('select state from tasks where id = $1', [id])).toEqual([
      { state: 'withdrawn' },
    ]);
    expect(await office.database.query('select 1 from zeebe_subscriptions where case_id = $1', [caseId])).toEqual([]);
  });

  it('a completion that comes too late keeps its record and tells the person', async () => {
    // given
    const { caseId } = await office.start('interrupted');
    const task = await office.taskAt(caseId, 'review');
    await office.eventually('select 1 from zeebe_subscriptions where case_id = $1', [caseId]);

    // when: the message is on its way when the form is sent
    await office.zeebe.engine.publishMessage({ name: 'withdraw', correlationKey: caseId, variables: {} });
    await office.submit(task.id, { approved: true });
    await office.taskAt(caseId, 'archive');

    // then
    const [told] = await office.database.query(
      `select t.state, r.not_applied, n.kind, (select count(*)::int from case_events e
         where e.case_id = $1 and e.event = 'record.not-applied') as events
       from tasks t join records r on r.task_id = t.id join notifications n on n.task_id = t.id where t.id = $2`,
      [caseId, task.id],
    );
    expect(told).toEqual({ state: 'withdrawn', not_applied: true, kind: 'record.not-applied', events: 1 });
  });

  it('a called process is an instance of its own, in the same case', async () => {
    // given
    const { caseId } = await office.start('visiting');

    // when
    await office.submit((await office.taskAt(caseId, 'go')).id);
    await office.untilClosed(caseId);

    // then
    const rows = await office.database.query(
      `select process_id, status, parent_instance_id is not null as called from process_instances where case_id = $1
       order by process_id`,
      [caseId],
    );
    expect(rows).toEqual([
      { process_id: 'visit', status: 'completed', called: true },
      { process_id: 'visiting', status: 'completed', called: false },
    ]);
  });

  it('a job that cannot be done is an incident that can be tried again', async () => {
    // given
    const { caseId } = await office.start('failing');
    const [incident] = [
      await office.eventually<{ id: string; kind: string }>(
        'select id, kind from incidents where case_id = $1 and resolved_at is null',
        [caseId],
      ),
    ];
    expect(incident?.kind).toBe('JOB_NO_RETRIES');
    const [instance] = await office.database.query<{ id: string }>(
      'select id from process_instances where case_id = $1',
      [caseId],
    );

    // when
    await office.zeebe.engine.operate({
      instanceId: instance?.id ?? '',
      command: { type: 'setVariables', variables: { wanted: 'suspended' } },
      actorId: null,
    });
    await office.eventually(`select 1 from process_instances where case_id = $1 and state::text like '%suspended%'`, [
      caseId,
    ]);
    await office.zeebe.engine.retryIncident({ incidentId: incident?.id ?? '', actorId: null });

    // then
    await office.untilClosed(caseId);
    const open = await office.database.query('select 1 from incidents where case_id = $1 and resolved_at is null', [
      caseId,
    ]);
    expect(open).toEqual([]);
  });

  it('an instance can be cancelled and its task goes with it', async () => {
    // given
    const { caseId } = await office.start('interrupted');
    await office.taskAt(caseId, 'review');
    const [instance] = await office.database.query<{ id: string }>(
      'select id from process_instances where case_id = $1',
      [caseId],
    );

    // when
    await office.zeebe.engine.cancelInstance({ instanceId: instance?.id ?? '', actorId: null });

    // then
    await office.eventually(`select 1 from process_instances where case_id = $1 and status = 'terminated'`, [caseId]);
    await office.eventually(`select 1 from tasks where case_id = $1 and state = 'withdrawn'`, [caseId]);
  });
});
