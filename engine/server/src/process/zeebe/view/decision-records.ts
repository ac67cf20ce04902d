import type { Json } from '@esocial/process-core/types.ts';
import { readBrokerId } from '../deployment/broker-ids.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import { scopeId } from './broker-state.ts';
import type { RecordReader } from './read-record.ts';

/** Decisions that a business rule task has evaluated, with the rules that matched. */
export const readDecision: RecordReader = (state, record) => {
  const key = keyOf(record, 'elementInstanceKey');
  if (record.intent !== 'EVALUATED' || key === undefined) return { state, effects: [] };
  const decisionId = textOf(record, 'decisionId');
  const matchedRules = (record.value['matchedRules'] ?? []) as string[];
  return {
    state,
    effects: [
      {
        type: 'decisionEvaluated',
        elementInstanceId: scopeId(state, key),
        elementId: textOf(record, 'elementId'),
        decisionId: readBrokerId(decisionId)?.id ?? decisionId,
        output: JSON.parse(textOf(record, 'decisionOutput') || 'null') as Json,
        matchedRules,
      },
    ],
  };
};
