import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Effect } from '@esocial/process-core/types.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import type { BrokerState } from './broker-state.ts';
import { readDecision } from './decision-records.ts';
import { readElement } from './element-records.ts';
import { readIncident } from './incident-records.ts';
import { readJob } from './job-records.ts';
import { readUserTask } from './user-task-records.ts';
import { readVariable } from './variable-records.ts';

export interface RecordResult {
  readonly state: BrokerState;
  readonly effects: readonly Effect[];
}

/** What a record of one kind changes; pure. */
export type RecordReader = (state: BrokerState, record: ZeebeRecord, model: ProcessModel) => RecordResult;

const readers: ReadonlyMap<string, RecordReader> = new Map([
  ['PROCESS_INSTANCE', readElement],
  ['VARIABLE', readVariable],
  ['USER_TASK', readUserTask],
  ['JOB', readJob],
  ['INCIDENT', readIncident],
  ['DECISION_EVALUATION', readDecision],
]);

/**
 * Follows the broker by one record of an instance: the next state, and what happened as effects of the process core,
 * so that both engines write the same rows. Pure, so the state can be computed again from the stored records.
 */
export function readRecord(state: BrokerState, record: ZeebeRecord, model: ProcessModel): RecordResult {
  const read = readers.get(record.valueType);
  return read ? read(state, record, model) : { state, effects: [] };
}
