export interface RecordChange {
  /** JSON pointer of the value that differs. */
  pointer: string;
  older: unknown;
  newer: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value) && value.every(isObject);

/** The values in which two versions of a record differ; a list is compared row by row. */
export function findRecordChanges(older: unknown, newer: unknown, pointer = ''): RecordChange[] {
  if (isObject(older) && isObject(newer)) {
    const names = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
    return names.flatMap((name) => findRecordChanges(older[name], newer[name], `${pointer}/${name}`));
  }
  if (isRows(older) && isRows(newer)) {
    const rows = Array.from({ length: Math.max(older.length, newer.length) }, (_, row) => row);
    return rows.flatMap((row) => findRecordChanges(older[row], newer[row], `${pointer}/${row}`));
  }
  return JSON.stringify(older) === JSON.stringify(newer) ? [] : [{ pointer, older, newer }];
}
