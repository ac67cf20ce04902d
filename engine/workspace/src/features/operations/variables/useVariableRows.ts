import { useState } from 'react';
import { toVariables, type TypedVariable } from './parse-variable.ts';

export interface VariableRowsState {
  rows: readonly TypedVariable[];
  /** The variables typed; undefined while one is at fault. */
  variables: Record<string, unknown> | undefined;
  change: (index: number, changes: Partial<TypedVariable>) => void;
  add: () => void;
  remove: (index: number) => void;
}

const emptyRow: TypedVariable = { name: '', kind: 'text', text: '' };

/** Variables being typed, row by row. */
export function useVariableRows(first: readonly TypedVariable[] = []): VariableRowsState {
  const [rows, setRows] = useState(first);
  return {
    rows,
    variables: toVariables(rows),
    change: (index, changes) => setRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row))),
    add: () => setRows([...rows, emptyRow]),
    remove: (index) => setRows(rows.filter((_row, at) => at !== index)),
  };
}
