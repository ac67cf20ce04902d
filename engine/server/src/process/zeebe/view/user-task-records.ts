import type { Effect } from '@esocial/process-core/types.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { elementData, remember, scopeId } from './broker-state.ts';
import type { RecordReader } from './read-record.ts';

const DEFAULT_PRIORITY = 50;

/** User tasks of the broker: what it has evaluated comes with the record, the rest is in the diagram. */
export const readUserTask: RecordReader = (state, record, model) => {
  const elementInstanceId = scopeId(state, keyOf(record, 'elementInstanceKey') ?? '0');
  const elementId = textOf(record, 'elementId');
  if (record.intent === 'COMPLETED') {
    return { state, effects: [{ type: 'userTaskCompleted', elementInstanceId, elementId }] };
  }
  if (record.intent === 'CANCELED') {
    return { state, effects: [{ type: 'userTaskWithdrawn', elementInstanceId, elementId }] };
  }
  if (record.intent !== 'CREATED') return { state, effects: [] };
  const element = model.elements.get(elementId);
  const created: Effect = {
    ...{ type: 'userTaskCreated', elementInstanceId, elementId },
    name: element?.name ?? '',
    formKey: orNull(textOf(record, 'externalFormReference')),
    candidateGroups: textsOf(record, 'candidateGroupsList'),
    candidateUsers: textsOf(record, 'candidateUsersList'),
    assignee: orNull(textOf(record, 'assignee')),
    dueDate: orNull(textOf(record, 'dueDate')),
    followUpDate: orNull(textOf(record, 'followUpDate')),
    priority: Number(record.value['priority'] ?? DEFAULT_PRIORITY),
    properties: { ...element?.properties },
    variables: state.variables[elementInstanceId] ?? {},
  };
  const data = { ...elementData(state, elementInstanceId), userTaskKey: record.key };
  return { state: remember(state, elementInstanceId, data), effects: [created] };
};

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function textsOf({ value }: ZeebeRecord, name: string): string[] {
  const texts = value[name];
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
}
