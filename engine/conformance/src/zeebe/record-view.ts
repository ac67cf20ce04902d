import type { Json, Variables } from '@esocial/process-core/types.ts';
import type { RecordValue, ZeebeRecord } from './record.ts';

export interface InstanceView {
  readonly key: number;
  readonly process: string;
  readonly parentKey: number;
  state: 'active' | 'completed' | 'terminated';
}

interface Open {
  readonly process: string;
  readonly key: number;
  readonly value: RecordValue;
}

export interface OpenJobView extends Open {
  state: 'open' | 'closed';
  retries: number;
}

/** Everything the record stream tells about the instances of some processes, by key. */
export interface RecordView {
  /** In the order of their start. */
  readonly instances: Map<number, InstanceView>;
  readonly trace: { process: string; text: string }[];
  /** Active element instances. */
  readonly elements: Map<number, Open>;
  readonly variables: Map<number, Variables>;
  readonly tasks: Map<number, Open>;
  readonly jobs: Map<number, OpenJobView>;
  readonly timers: Map<number, Open>;
  /** Timers of start events, which belong to no instance. */
  readonly startTimers: Map<number, Open>;
  readonly messages: Map<string, Open>;
  readonly signals: Map<number, Open>;
  readonly incidents: Map<number, Open>;
}

export function createRecordView(): RecordView {
  return {
    instances: new Map(),
    trace: [],
    elements: new Map(),
    variables: new Map(),
    tasks: new Map(),
    jobs: new Map(),
    timers: new Map(),
    startTimers: new Map(),
    messages: new Map(),
    signals: new Map(),
    incidents: new Map(),
  };
}

/** Whether a timer should have gone off by this instant of the broker. */
export function hasDueTimers({ timers, startTimers }: RecordView, now: number): boolean {
  const isDue = ({ value }: Open) => Number(value.dueDate ?? Infinity) <= now;
  return [...timers.values(), ...startTimers.values()].some(isDue);
}

type Follower = (view: RecordView, record: ZeebeRecord, process: string) => void;

const followers: Record<string, Follower> = {
  PROCESS_INSTANCE: followElement,
  VARIABLE: followVariable,
  USER_TASK: (view, record, process) =>
    openOrClose(view.tasks, record, process, ['CREATED'], ['COMPLETED', 'CANCELED']),
  JOB: followJob,
  TIMER: followTimer,
  PROCESS_MESSAGE_SUBSCRIPTION: followMessage,
  SIGNAL_SUBSCRIPTION: (view, record, process) => {
    if ((record.value.catchEventInstanceKey ?? -1) < 0) return;
    openOrClose(view.signals, record, process, ['CREATED'], ['DELETED']);
  },
  INCIDENT: followIncident,
};

/** Follows one record of the stream. */
export function follow(view: RecordView, record: ZeebeRecord): void {
  followers[record.valueType]?.(view, record, processOf(view, record.value));
}

function processOf(view: RecordView, value: RecordValue): string {
  return value.bpmnProcessId ?? view.instances.get(value.processInstanceKey ?? -1)?.process ?? '';
}

function openOrClose(
  open: Map<number, Open>,
  { key, intent, value }: ZeebeRecord,
  process: string,
  opening: readonly string[],
  closing: readonly string[],
): void {
  if (opening.includes(intent)) open.set(key, { process, key, value });
  else if (closing.includes(intent)) open.delete(key);
}

const words: Record<string, string> = {
  ELEMENT_ACTIVATING: 'activated',
  ELEMENT_COMPLETED: 'completed',
  ELEMENT_TERMINATED: 'terminated',
  SEQUENCE_FLOW_TAKEN: 'taken',
};

function followElement(view: RecordView, { key, intent, value }: ZeebeRecord, process: string): void {
  const word = words[intent];
  if (word === undefined) return;
  view.trace.push({ process, text: `${word} ${value.elementId ?? ''}` });
  if (word === 'taken') return;
  if (word === 'activated') view.elements.set(key, { process, key, value });
  else {
    view.elements.delete(key);
    // A task that a modification ends is not reported as cancelled.
    if (word === 'terminated') closeTaskOf(view, key);
  }
  if (value.bpmnElementType !== 'PROCESS') return;
  const parentKey = value.parentProcessInstanceKey ?? -1;
  const state = word === 'activated' ? 'active' : word;
  const known = view.instances.get(key);
  if (known === undefined) view.instances.set(key, { key, process, parentKey, state: 'active' });
  else known.state = state as InstanceView['state'];
}

function closeTaskOf(view: RecordView, elementInstanceKey: number): void {
  for (const [key, { value }] of view.tasks)
    if (value.elementInstanceKey === elementInstanceKey) view.tasks.delete(key);
}

function followVariable(view: RecordView, { value: { scopeKey = -1, name = '', value = 'null' } }: ZeebeRecord): void {
  const scope = { ...view.variables.get(scopeKey), [name]: JSON.parse(value) as Json };
  view.variables.set(scopeKey, scope);
}

const jobEnds = ['COMPLETED', 'CANCELED', 'ERROR_THROWN'];

function followJob(view: RecordView, { key, intent, value }: ZeebeRecord, process: string): void {
  const retries = value.retries ?? 0;
  if (intent === 'CREATED') view.jobs.set(key, { process, key, value, state: 'open', retries });
  const job = view.jobs.get(key);
  if (job === undefined) return;
  if (intent === 'FAILED' || intent === 'RETRIES_UPDATED') job.retries = retries;
  if (jobEnds.includes(intent)) job.state = 'closed';
}

/** The timer of a start event belongs to no instance when it is set, and to that which it starts when it goes off. */
function followTimer(view: RecordView, record: ZeebeRecord, process: string): void {
  const isOfInstance = (record.value.processInstanceKey ?? -1) > 0;
  const closing = ['TRIGGERED', 'CANCELED'];
  openOrClose(view.timers, record, process, isOfInstance ? ['CREATED'] : [], closing);
  openOrClose(view.startTimers, record, process, isOfInstance ? [] : ['CREATED'], closing);
}

function followMessage(view: RecordView, { key, intent, value }: ZeebeRecord, process: string): void {
  const id = `${value.elementInstanceKey ?? key} ${value.messageName ?? ''}`;
  if (intent === 'CREATING' || intent === 'CREATED') view.messages.set(id, { process, key, value });
  else if (intent === 'DELETED' || intent === 'DELETING') view.messages.delete(id);
  else if (intent === 'CORRELATED' && (value.interrupting ?? value.isInterrupting ?? true)) view.messages.delete(id);
}

function followIncident(view: RecordView, record: ZeebeRecord, process: string): void {
  openOrClose(view.incidents, record, process, ['CREATED'], ['RESOLVED']);
  const job = view.jobs.get(record.value.jobKey ?? -1);
  if (record.intent === 'RESOLVED' && job !== undefined) job.state = 'open';
}
