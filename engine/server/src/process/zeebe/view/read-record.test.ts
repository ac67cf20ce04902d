import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import { bpmnOf, chain, end, start, userTask } from '../../testing/test-bpmn.ts';
import { replayInstance, differences } from '../replay/replay-instance.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { buildElement, buildRecord, PROCESS_KEY, VERSION } from '../testing/build-record.ts';
import { idOfKey } from './broker-key.ts';
import { newBrokerState } from './broker-state.ts';
import type { BrokerState } from './broker-state.ts';
import { readRecord } from './read-record.ts';

const TASK = '2251799813685263';
const taskId = idOfKey(TASK);
const before: BrokerState = newBrokerState('instance', 'request', PROCESS_KEY);

describe('the stream of an instance', () => {
  let model: ProcessModel;

  beforeAll(async () => {
    const elements = start + userTask('review', { properties: { deadlineRule: 'quick' } }) + end;
    const [parsed] = await parseBpmn(bpmnOf(elements + chain('start', 'review', 'end')));
    if (!parsed) throw new Error('no process');
    model = parsed;
  });

  const follow = (records: ZeebeRecord[], from = before) => {
    let state = from;
    const effects = records.flatMap((record) => {
      const result = readRecord(state, record, model);
      state = result.state;
      return result.effects;
    });
    return { state, effects };
  };
  const active = () => follow([buildElement('ELEMENT_ACTIVATING', 'review', 'USER_TASK', TASK)]).state;

  it('holds an element from when it begins until it ends', () => {
    expect(active().elements[taskId]).toEqual({ elementId: 'review', parentId: 'instance' });
    expect(follow([buildElement('ELEMENT_COMPLETED', 'review', 'USER_TASK', TASK)], active()).state.elements).toEqual(
      before.elements,
    );
  });

  it('tells of elements and flows as the process core does', () => {
    const { effects } = follow([
      buildElement('ELEMENT_ACTIVATED', 'review', 'USER_TASK', TASK),
      buildElement('SEQUENCE_FLOW_TAKEN', 'review-end', 'SEQUENCE_FLOW', '1'),
      buildElement('ELEMENT_TERMINATED', 'review', 'USER_TASK', TASK),
    ]);
    expect(effects).toMatchObject([
      { type: 'elementChanged', transition: 'activated', elementId: 'review', elementType: 'userTask' },
      { type: 'sequenceFlowTaken', flowId: 'review-end' },
      { type: 'elementChanged', transition: 'terminated', elementInstanceId: taskId, parentId: 'instance' },
    ]);
  });

  it('knows nothing of what the deployment added, whose start stands for the authored one', () => {
    const { effects } = follow([
      buildElement('ELEMENT_COMPLETED', 'esocial_start', 'START_EVENT', '5'),
      buildElement('SEQUENCE_FLOW_TAKEN', 'esocial_flow1_start', 'SEQUENCE_FLOW', '6'),
      buildElement('ELEMENT_COMPLETED', 'esocial_next_start', 'INTERMEDIATE_THROW_EVENT', '7'),
    ]);
    expect(effects).toMatchObject([{ type: 'elementChanged', transition: 'completed', elementId: 'start' }]);
  });

  it.each([
    ['ELEMENT_COMPLETED', 'completed', 'instanceCompleted'],
    ['ELEMENT_TERMINATED', 'terminated', 'instanceTerminated'],
  ])('ends the instance by %s', (intent, status, type) => {
    const { state, effects } = follow([buildElement(intent, `request_v_${VERSION}`, 'PROCESS', PROCESS_KEY)]);
    expect(state).toMatchObject({ status, elements: {} });
    expect(effects.map((effect) => effect.type)).toEqual(['elementChanged', type]);
  });

  it('keeps variables by scope', () => {
    const set = (scopeKey: string, value: string) => buildRecord('VARIABLE CREATED', { scopeKey, name: 'a', value });
    const { state } = follow([set(PROCESS_KEY, '{"b":[1,null]}'), set(TASK, '"local"')], active());
    expect(state.variables).toEqual({ instance: { a: { b: [1, null] } }, [taskId]: { a: 'local' } });
  });

  it('makes a task of what the broker evaluated and what the diagram says', () => {
    // given
    const created = buildRecord(
      'USER_TASK CREATED',
      {
        ...{ elementInstanceKey: TASK, elementId: 'review', externalFormReference: 'review', assignee: '' },
        ...{ candidateGroupsList: ['clerk'], dueDate: '2026-02-01T10:00:00Z' },
      },
      { key: '77' },
    );

    // when
    const { state, effects } = follow([created], active());

    // then
    expect(effects).toEqual([
      {
        ...{ type: 'userTaskCreated', elementInstanceId: taskId, elementId: 'review', name: 'review' },
        ...{ formKey: 'review', candidateGroups: ['clerk'], candidateUsers: [], assignee: null, priority: 50 },
        ...{
          dueDate: '2026-02-01T10:00:00Z',
          followUpDate: null,
          properties: { deadlineRule: 'quick' },
          variables: {},
        },
      },
    ]);
    expect(state.elements[taskId]?.data).toEqual({ userTaskKey: '77' });
  });

  it.each([
    ['COMPLETED', 'userTaskCompleted'],
    ['CANCELED', 'userTaskWithdrawn'],
  ])('a task that is %s', (intent, type) => {
    const { effects } = follow([buildRecord(`USER_TASK ${intent}`, { elementInstanceKey: TASK, elementId: 'review' })]);
    expect(effects).toEqual([{ type, elementInstanceId: taskId, elementId: 'review' }]);
  });

  it('a job is to be done with all that it sees, and again when its incident is resolved', () => {
    // given
    const value = { elementInstanceKey: TASK, jobKey: '88' };
    const records = [
      buildRecord('VARIABLE CREATED', { scopeKey: PROCESS_KEY, name: 'a', value: '1' }),
      buildRecord('JOB CREATED', { ...value, type: 'do', retries: 2, customHeaders: { to: 'me' } }, { key: '88' }),
      buildRecord('INCIDENT CREATED', { ...value, errorType: 'JOB_NO_RETRIES', errorMessage: 'no' }, { key: '9' }),
      buildRecord('INCIDENT RESOLVED', value, { key: '9' }),
    ];

    // when
    const { state, effects } = follow(records, active());

    // then
    const job = { type: 'jobCreated', jobType: 'do', headers: { to: 'me' }, variables: { a: 1 }, elementId: 'review' };
    expect(effects).toMatchObject([
      { type: 'variablesChanged' },
      { ...job, retries: 2 },
      { type: 'incidentRaised', kind: 'JOB_NO_RETRIES', message: 'no', incidentId: idOfKey('9') },
      { type: 'incidentResolved', incidentId: idOfKey('9') },
      { ...job, retries: 1 },
    ]);
    expect(state.incidents).toEqual({});
  });

  it('a decision has its own name again', () => {
    const value = { elementInstanceKey: TASK, elementId: 'review', decisionId: `risk_v_${VERSION}` };
    const { effects } = follow([
      buildRecord('DECISION_EVALUATION EVALUATED', { ...value, decisionOutput: '"high"', matchedRules: ['r1'] }),
    ]);
    expect(effects).toMatchObject([{ decisionId: 'risk', output: 'high', matchedRules: ['r1'] }]);
  });

  it('is computed again from its records', () => {
    const records = [buildElement('ELEMENT_ACTIVATING', 'review', 'USER_TASK', TASK)];
    const replayed = replayInstance(model, { instanceId: 'instance', brokerKey: PROCESS_KEY }, records);
    expect(differences(active(), replayed)).toEqual([]);
    expect(differences(before, replayed)).toEqual(['elements']);
  });
});
