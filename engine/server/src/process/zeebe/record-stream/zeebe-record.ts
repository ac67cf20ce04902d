import type { Json } from '@esocial/process-core/types.ts';

/**
 * A record of a broker's log, as its Elasticsearch exporter sends it. Keys are 64-bit integers and come as text:
 * from partition 4 on they pass what a JavaScript number holds.
 */
export interface ZeebeRecord {
  readonly partitionId: number;
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly key: string;
  readonly recordType: string;
  readonly valueType: string;
  readonly intent: string;
  readonly brokerVersion: string;
  readonly value: Readonly<Record<string, Json>>;
}

/** A text of a record's value, empty when it has none. */
export function textOf({ value }: ZeebeRecord, name: string): string {
  const text = value[name];
  return typeof text === 'string' ? text : typeof text === 'number' ? String(text) : '';
}

/** A key in a record's value; undefined when it names nothing (-1). */
export function keyOf(record: ZeebeRecord, name: string): string | undefined {
  const key = textOf(record, name);
  return key === '' || key.startsWith('-') ? undefined : key;
}
