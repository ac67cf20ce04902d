import type { Effect, Json } from '@esocial/process-core/types.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { elementData, remember, scopeId, visibleVariables } from './broker-state.ts';
import type { BrokerState } from './broker-state.ts';
import type { RecordReader } from './read-record.ts';

const begins: ReadonlySet<string> = new Set(['CREATED', 'RECURRED_AFTER_BACKOFF']);

/** Jobs: one that was made, or is to be tried again, is an effect; the key is remembered for the answer. */
export const readJob: RecordReader = (state, record) => {
  const id = scopeId(state, keyOf(record, 'elementInstanceKey') ?? '0');
  if (!begins.has(record.intent)) return { state, effects: [] };
  const job = { key: record.key, type: textOf(record, 'type'), headers: headersOf(record) };
  const next = remember(state, id, { ...elementData(state, id), job });
  return { state: next, effects: [jobCreated(next, id, Number(record.value['retries'] ?? 1))] };
};

/** The job that an element instance waits for, as an effect. */
export function jobCreated(state: BrokerState, id: string, retries: number): Effect {
  const job = elementData(state, id).job;
  return {
    type: 'jobCreated',
    elementInstanceId: id,
    elementId: state.elements[id]?.elementId ?? '',
    jobType: job?.type ?? '',
    retries,
    headers: job?.headers ?? {},
    variables: visibleVariables(state, id),
    dueAt: null,
  };
}

function headersOf({ value }: ZeebeRecord): Record<string, string> {
  const headers = (value['customHeaders'] ?? {}) as Record<string, Json>;
  return Object.fromEntries(
    Object.entries(headers).map(([name, text]) => [name, typeof text === 'string' ? text : '']),
  );
}
