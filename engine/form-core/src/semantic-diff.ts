import type { CompiledForm, FormField } from './compiled-form.ts';
import { isRepeated } from './field-kind.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, sameJson } from './json.ts';
import { pairRows } from './pair-rows.ts';

export type Change = 'added' | 'removed' | 'changed';

/** One difference between two versions of a record, at a field; a row that came or went is one difference. */
export interface RecordChange {
  change: Change;
  /** Pointer into the later data; into the earlier for what was removed. */
  path: string;
  /** Pattern of the field in the form, for its label. */
  pattern: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** What changed between two versions of a record, field by field in the order of the form. Rows are paired by what they hold. */
export function diffRecords(form: CompiledForm, before: JsonObject, after: JsonObject): RecordChange[] {
  return diffField(form.root, before, after, '', '');
}

function diffField(
  field: FormField,
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  oldPath: string,
): RecordChange[] {
  if (sameJson(before, after)) return [];
  if (
    field.kind === 'group' &&
    (isJsonObject(before) || before === undefined) &&
    (isJsonObject(after) || after === undefined)
  ) {
    return field.children.flatMap((child) =>
      diffField(child, before?.[child.key], after?.[child.key], `${path}/${child.key}`, `${oldPath}/${child.key}`),
    );
  }
  if (isRepeated(field.kind) && field.children[0])
    return diffRows(field.children[0], asList(before), asList(after), path, oldPath);
  return [changeOf(field, before, after, after === undefined ? oldPath : path)];
}

function diffRows(
  row: FormField,
  before: readonly Json[],
  after: readonly Json[],
  path: string,
  oldPath: string,
): RecordChange[] {
  return pairRows(before, after).flatMap(([old, now]) => {
    if (old === undefined) return [changeOf(row, undefined, after[now!], `${path}/${now}`)];
    if (now === undefined) return [changeOf(row, before[old], undefined, `${oldPath}/${old}`)];
    return diffField(row, before[old], after[now], `${path}/${now}`, `${oldPath}/${old}`);
  });
}

function changeOf(field: FormField, before: Json | undefined, after: Json | undefined, path: string): RecordChange {
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { change, path, pattern: field.pattern, before, after };
}

function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** One difference between two versions of a form. */
export interface FormChange {
  change: Change;
  pattern: string;
  /** For a changed field: which keywords differ, and how. */
  aspects: { aspect: string; before: unknown; after: unknown }[];
}

const aspectsApart = new Set(['properties', 'items', 'required', 'allOf', 'if', 'then', 'else']);

/** What changed between two versions of a form: fields that came, went, or differ in kind, text, rule or requiredness. */
export function diffForms(before: CompiledForm, after: CompiledForm): FormChange[] {
  const removed = before.fields
    .filter(({ pattern }) => !after.byPattern.has(pattern))
    .map(({ pattern }): FormChange => ({ change: 'removed', pattern, aspects: [] }));
  const others = after.fields.flatMap((field): FormChange[] => {
    const old = before.byPattern.get(field.pattern);
    if (!old) return [{ change: 'added', pattern: field.pattern, aspects: [] }];
    const aspects = diffAspects(old, field);
    return aspects.length > 0 ? [{ change: 'changed', pattern: field.pattern, aspects }] : [];
  });
  return [...others, ...removed];
}

function diffAspects(before: FormField, after: FormField): FormChange['aspects'] {
  const old = aspectsOf(before);
  const now = aspectsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((aspect) => !sameJson(old[aspect], now[aspect]))
    .map((aspect) => ({ aspect, before: old[aspect], after: now[aspect] }));
}

function aspectsOf(field: FormField): Record<string, unknown> {
  const own = Object.entries(field.schema).filter(([keyword]) => !aspectsApart.has(keyword));
  return { ...Object.fromEntries(own), kind: field.kind, required: field.required, fieldClass: field.fieldClass };
}
