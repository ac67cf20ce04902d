import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import { canonicalJson } from '../../../definitions/canonical-json.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { newBrokerState } from '../view/broker-state.ts';
import type { BrokerState } from '../view/broker-state.ts';
import { readRecord } from '../view/read-record.ts';

/** The state of an instance on the broker, computed anew from its records. Pure. */
export function replayInstance(
  model: ProcessModel,
  { instanceId, brokerKey }: { instanceId: string; brokerKey: string },
  records: readonly ZeebeRecord[],
): BrokerState {
  let state = newBrokerState(instanceId, model.id, brokerKey);
  for (const record of records) ({ state } = readRecord(state, record, model));
  return state;
}

/** The parts of a state that differ from another one. */
export function differences(kept: BrokerState, replayed: BrokerState): string[] {
  const parts = ['status', 'elements', 'variables', 'incidents'] as const;
  return parts.filter((part) => canonicalJson(kept[part]) !== canonicalJson(replayed[part]));
}
