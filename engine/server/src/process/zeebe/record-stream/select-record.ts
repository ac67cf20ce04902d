import type { Json } from '@esocial/process-core/types.ts';
import { PINS_VARIABLE, readBrokerId } from '../deployment/broker-ids.ts';
import { textOf } from './zeebe-record.ts';
import type { ZeebeRecord } from './zeebe-record.ts';

const wanted: Readonly<Record<string, readonly string[]>> = {
  PROCESS_INSTANCE: [
    'ELEMENT_ACTIVATING',
    'ELEMENT_ACTIVATED',
    'ELEMENT_COMPLETED',
    'ELEMENT_TERMINATED',
    'ELEMENT_MIGRATED',
    'SEQUENCE_FLOW_TAKEN',
  ],
  VARIABLE: ['CREATED', 'UPDATED'],
  USER_TASK: ['CREATED', 'COMPLETED', 'CANCELED'],
  JOB: ['CREATED', 'RECURRED_AFTER_BACKOFF'],
  INCIDENT: ['CREATED', 'RESOLVED'],
  DECISION_EVALUATION: ['EVALUATED'],
  MESSAGE_START_EVENT_SUBSCRIPTION: ['CORRELATED'],
  PROCESS_MESSAGE_SUBSCRIPTION: ['CREATED', 'CORRELATED', 'DELETED'],
  SIGNAL: ['BROADCASTED'],
  TIMER: ['TRIGGERED'],
  PROCESS_INSTANCE_MODIFICATION: ['MODIFIED'],
  PROCESS_INSTANCE_MIGRATION: ['MIGRATED'],
};

/** Submissions come to the broker under this name; the parts that a process takes have names of their own. */
const hidden: ReadonlySet<string> = new Set(['data', PINS_VARIABLE]);

/**
 * The part of a record that is kept: undefined for what is of no use here, or belongs to a process that others have
 * deployed. Form data is left out: it lives in records of cases alone.
 */
export function selectRecord(record: ZeebeRecord): ZeebeRecord | undefined {
  if (record.recordType !== 'EVENT' || !wanted[record.valueType]?.includes(record.intent)) return undefined;
  if (!isOfOurs(record)) return undefined;
  if (record.valueType === 'VARIABLE' && hidden.has(textOf(record, 'name'))) return undefined;
  const { variables: _variables, evaluatedDecisions, ...value } = record.value;
  return {
    ...record,
    value: evaluatedDecisions === undefined ? value : { ...value, matchedRules: matchedRules(evaluatedDecisions) },
  };
}

/** Modifications and migrations name no process; they are told by their instance. */
function isOfOurs(record: ZeebeRecord): boolean {
  const processId = textOf(record, 'bpmnProcessId');
  return processId === '' || readBrokerId(processId) !== undefined;
}

/** Ids of the rules that matched in the decision that was asked for, the last one evaluated. */
function matchedRules(evaluated: Json): Json {
  const last = Array.isArray(evaluated) ? evaluated.at(-1) : undefined;
  const rules = (last as { matchedRules?: { ruleId: string }[] } | undefined)?.matchedRules ?? [];
  return rules.map(({ ruleId }) => ruleId);
}
