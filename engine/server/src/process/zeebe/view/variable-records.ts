import type { Json } from '@esocial/process-core/types.ts';
import { textOf } from '../record-stream/zeebe-record.ts';
import { scopeId } from './broker-state.ts';
import type { RecordReader } from './read-record.ts';

/** Variables, each with its value as JSON text. */
export const readVariable: RecordReader = (state, record) => {
  const scope = scopeId(state, textOf(record, 'scopeKey'));
  const name = textOf(record, 'name');
  const value = JSON.parse(textOf(record, 'value') || 'null') as Json;
  const variables = { ...state.variables, [scope]: { ...state.variables[scope], [name]: value } };
  return { state: { ...state, variables }, effects: [{ type: 'variablesChanged', scopeId: scope, names: [name] }] };
};
