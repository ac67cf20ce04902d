import type { Json } from '@esocial/process-core/types.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';

export const VERSION = '0198aaaa-0000-7000-8000-00000000000a';
export const PROCESS_KEY = '2251799813685253';

let position = 0;

/** A record of an instance of the process `request`, as the exporter sends it. */
export function buildRecord(
  what: string,
  value: Record<string, Json> = {},
  more: Partial<ZeebeRecord> = {},
): ZeebeRecord {
  const [valueType = '', intent = ''] = what.split(' ');
  position += 1;
  return {
    partitionId: 1,
    position,
    timestamp: Date.parse('2026-01-05T08:00:00Z'),
    key: '2251799813685300',
    recordType: 'EVENT',
    valueType,
    intent,
    brokerVersion: '8.5.8',
    value: { bpmnProcessId: `request_v_${VERSION}`, processInstanceKey: PROCESS_KEY, ...value },
    ...more,
  };
}

export function buildElement(intent: string, elementId: string, type: string, key: string): ZeebeRecord {
  const value = { elementId, bpmnElementType: type, flowScopeKey: type === 'PROCESS' ? -1 : PROCESS_KEY };
  return buildRecord(`PROCESS_INSTANCE ${intent}`, value, { key });
}
