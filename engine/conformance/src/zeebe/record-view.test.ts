import { observeEnds, observeOpen } from './observe.ts';
import { parseBulk } from './record.ts';
import type { RecordValue } from './record.ts';
import { createRecordView, follow } from './record-view.ts';

function play(...records: [valueType: string, intent: string, key: number, value: RecordValue][]) {
  const view = createRecordView();
  for (const [valueType, intent, key, value] of records) {
    const given = { bpmnProcessId: 'p', processInstanceKey: 1, ...value };
    follow(view, { key, position: 0, valueType, intent, timestamp: 0, value: given });
  }
  return view;
}

const started = ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', 1, { elementId: 'p', bpmnElementType: 'PROCESS' }] as const;
const working = ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', 2, { elementId: 'Work' }] as const;
const job = { elementId: 'Work', elementInstanceKey: 2, type: 'work', retries: 3 };
const ours = new Set(['p']);

describe('the view of a record stream', () => {
  it('tells the trace and the end of an instance', () => {
    // when
    const view = play(
      [...started],
      ['PROCESS_INSTANCE', 'SEQUENCE_FLOW_TAKEN', 9, { elementId: 'F' }],
      ['VARIABLE', 'CREATED', 5, { scopeKey: 1, name: 'a', value: '{"b":1}' }],
      ['PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 1, { elementId: 'p', bpmnElementType: 'PROCESS' }],
    );

    // then
    expect(view.trace.map(({ text }) => text)).toEqual(['activated p', 'taken F', 'completed p']);
    expect(observeEnds(view, ours)).toEqual([{ process: 'p', state: 'completed', variables: { a: { b: 1 } } }]);
  });

  it('shows a job until its retries are used up, and again when its incident is resolved', () => {
    const failed = { ...job, retries: 0 };
    const halted = { elementId: 'Work', elementInstanceKey: 2, errorType: 'JOB_NO_RETRIES', jobKey: 3 };
    const before = [[...started], [...working], ['JOB', 'CREATED', 3, job]] as Parameters<typeof play>;
    const incident = [
      ['JOB', 'FAILED', 3, failed],
      ['INCIDENT', 'CREATED', 4, halted],
    ] as Parameters<typeof play>;
    const after = [
      ['JOB', 'RETRIES_UPDATED', 3, { ...job, retries: 2 }],
      ['INCIDENT', 'RESOLVED', 4, halted],
    ] as Parameters<typeof play>;

    expect(observeOpen(play(...before), ours).jobs).toEqual(['Work type=work retries=3']);
    const stopped = observeOpen(play(...before, ...incident), ours);
    expect([stopped.jobs, stopped.incidents]).toEqual([[], ['JOB_NO_RETRIES at Work']]);
    expect(observeOpen(play(...before, ...incident, ...after), ours).jobs).toEqual(['Work type=work retries=2']);
  });

  it('keeps a subscription that does not interrupt, and shows local variables and timers of instances only', () => {
    // when
    const subscription = { elementId: 'News', elementInstanceKey: 2, messageName: 'n', correlationKey: 'k' };
    const view = play(
      [...started],
      [...working],
      ['VARIABLE', 'CREATED', 5, { scopeKey: 2, name: 'x', value: '1' }],
      ['PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED', 6, { ...subscription, interrupting: false }],
      ['PROCESS_MESSAGE_SUBSCRIPTION', 'CORRELATED', 6, { ...subscription, interrupting: false }],
      ['TIMER', 'CREATED', 7, { targetElementId: 'Late', dueDate: Date.parse('2030-01-07T09:00:00Z') }],
      ['TIMER', 'CREATED', 8, { targetElementId: 'Start', dueDate: 0, processInstanceKey: -1 }],
    );

    // then
    const open = observeOpen(view, ours);
    expect(open.messages).toEqual(['News name=n key=k']);
    expect(open.timers).toEqual(['Late due=2030-01-07T09:00Z']);
    expect(open.locals).toEqual(['Work {"x":1}']);
    expect(observeOpen(view, new Set(['other']))).toMatchObject({ messages: [], timers: [], locals: [] });
  });
});

describe('parseBulk', () => {
  it('reads the documents between the actions', () => {
    const body = '{"index":{}}\n{"key":1,"valueType":"JOB"}\n{"index":{}}\n{"key":2,"valueType":"TIMER"}\n';
    expect(parseBulk(body).map(({ key, valueType }) => [key, valueType])).toEqual([
      [1, 'JOB'],
      [2, 'TIMER'],
    ]);
  });
});
