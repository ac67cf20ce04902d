export const valueKinds = ['text', 'number', 'yes', 'no', 'empty', 'json'] as const;
export type ValueKind = (typeof valueKinds)[number];

/** A variable as it is typed. */
export interface TypedVariable {
  name: string;
  kind: ValueKind;
  text: string;
}

export type VariableFault = 'name' | 'twice' | 'number' | 'json';

export const hasText = (kind: ValueKind): boolean => kind === 'text' || kind === 'number' || kind === 'json';

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
const numberPattern = /^-?\d+(?:[.,]\d+)?$/;

/** What is wrong with a row among `rows`; an empty row is no variable and has no fault. */
export function faultOf(row: TypedVariable, rows: readonly TypedVariable[]): VariableFault | undefined {
  if (isEmpty(row)) return undefined;
  if (!namePattern.test(row.name)) return 'name';
  if (rows.filter((other) => other.name === row.name).length > 1) return 'twice';
  if (row.kind === 'number' && !numberPattern.test(row.text.trim())) return 'number';
  return row.kind === 'json' && readJson(row.text) === undefined ? 'json' : undefined;
}

/** The variables that were typed, or undefined while one of them is at fault. */
export function toVariables(rows: readonly TypedVariable[]): Record<string, unknown> | undefined {
  if (rows.some((row) => faultOf(row, rows))) return undefined;
  return Object.fromEntries(rows.filter((row) => !isEmpty(row)).map((row) => [row.name, valueOf(row)]));
}

const isEmpty = (row: TypedVariable) => row.name === '' && row.text === '';

function valueOf({ kind, text }: TypedVariable): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return Number(text.trim().replace(',', '.'));
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'empty':
      return null;
    case 'json':
      return readJson(text)?.value;
  }
}

function readJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
