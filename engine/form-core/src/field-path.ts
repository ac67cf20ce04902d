import type { CompiledForm, FormField } from './compiled-form.ts';
import type { Json } from './json.ts';
import { isJsonObject } from './json.ts';
import { escapeSegment, pointerSegments } from './pointer.ts';

/** One place of a field in the data: its pointer and the rows on the way. */
export interface FieldInstance {
  path: string;
  rows: readonly number[];
}

const noRows: readonly number[] = [];

/** The pointer of a field in given rows; more rows than the field needs do no harm. */
export function pathOf(field: FormField, rows: readonly number[]): string {
  if (rows.length === 0) return field.pattern;
  let next = 0;
  return field.segments.map((segment) => (segment === '*' ? `/${rows[next++] ?? '*'}` : `/${segment}`)).join('');
}

/** The rows on the way of a pointer: its numbers. */
export function rowsOf(path: string): number[] {
  return pointerSegments(path)
    .filter((segment) => /^\d+$/.test(segment))
    .map(Number);
}

/** The field at a pointer into the data; undefined when the form has none there. */
export function fieldAt(form: CompiledForm, path: string): FormField | undefined {
  return form.byPattern.get(path.replace(/\/\d+(?=\/|$)/g, '/*')) ?? form.byPattern.get(path);
}

/** Every place where the data has, or could have, the field; only in rows that begin with `within`. */
export function instancesOf(field: FormField, data: Json, within: readonly number[] = []): FieldInstance[] {
  if (!field.segments.includes('*')) return [{ path: field.pattern, rows: noRows }];
  let found: { path: string; rows: number[]; value: Json | undefined }[] = [{ path: '', rows: [], value: data }];
  for (const segment of field.segments) {
    found = found.flatMap(({ path, rows, value }) => {
      if (segment !== '*') {
        const inner = isJsonObject(value) ? value[segment] : undefined;
        return [{ path: `${path}/${escapeSegment(segment)}`, rows, value: inner }];
      }
      if (!Array.isArray(value)) return [];
      const wanted = within[rows.length];
      return value
        .map((item, row) => ({ path: `${path}/${row}`, rows: [...rows, row], value: item }))
        .filter((_, row) => wanted === undefined || row === wanted);
    });
  }
  return found;
}

/** True when the path or something around it is among the hidden ones. */
export function isHiddenPath(hidden: ReadonlySet<string>, path: string): boolean {
  if (hidden.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (hidden.has(path.slice(0, end))) return true;
  }
  return false;
}
