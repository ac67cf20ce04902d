import type { Json } from '@esocial/process-core/types.ts';

/** A record of the broker's stream, as its Elasticsearch exporter writes it. One partition: keys stay below 2^53. */
export interface ZeebeRecord {
  readonly key: number;
  readonly position: number;
  readonly valueType: string;
  readonly intent: string;
  readonly timestamp: number;
  readonly value: RecordValue;
}

/** What this suite reads of a record's value; which of it is there depends on the kind of the record. */
export interface RecordValue {
  readonly bpmnProcessId?: string;
  readonly processInstanceKey?: number;
  readonly parentProcessInstanceKey?: number;
  readonly elementId?: string;
  readonly elementInstanceKey?: number;
  readonly bpmnElementType?: string;
  readonly scopeKey?: number;
  readonly name?: string;
  /** JSON text of a variable. */
  readonly value?: string;
  readonly type?: string;
  readonly retries?: number;
  readonly targetElementId?: string;
  readonly dueDate?: number | string;
  readonly messageName?: string;
  readonly correlationKey?: string;
  readonly interrupting?: boolean;
  readonly isInterrupting?: boolean;
  readonly signalName?: string;
  readonly catchEventId?: string;
  readonly catchEventInstanceKey?: number;
  readonly errorType?: string;
  readonly errorMessage?: string;
  readonly jobKey?: number;
  readonly externalFormReference?: string;
  readonly assignee?: string;
  readonly candidateGroupsList?: string[];
  readonly variables?: Record<string, Json>;
}

/** The records of a `_bulk` request: lines that alternate between an action and its document. */
export function parseBulk(body: string): ZeebeRecord[] {
  const lines = body.split('\n').filter((line) => line !== '');
  return lines.filter((_, index) => index % 2 === 1).map((line) => JSON.parse(line) as ZeebeRecord);
}
