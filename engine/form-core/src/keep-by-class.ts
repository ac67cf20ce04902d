import type { CompiledForm, FormField } from './compiled-form.ts';
import { redactByClass } from './field-classes.ts';
import { isRepeated } from './field-kind.ts';
import type { FieldClass } from './form-schema.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';
import { pairRows } from './pair-rows.ts';

/**
 * The data with what the version before it holds of the classes that are not allowed. A row gets the values of the row
 * that it was: rows are paired by what of them could be seen, and a row that is gone takes its values with it.
 */
export function keepByClass(
  form: CompiledForm,
  data: JsonObject,
  prior: JsonObject,
  allowed: ReadonlySet<FieldClass>,
): JsonObject {
  const seen = redactByClass(form, prior, allowed).data;
  return keepObject(form.root, { data, prior, seen }, allowed);
}

/** A value now, as it was, and as whoever changed it saw it. */
interface Versions<Value> {
  readonly data: Value;
  readonly prior: Value;
  readonly seen: Value;
}

function keepObject(
  field: FormField,
  { data, prior, seen }: Versions<JsonObject>,
  allowed: ReadonlySet<FieldClass>,
): JsonObject {
  const result: JsonObject = { ...data };
  for (const child of field.children) {
    const kept = keepValue(child, { data: data[child.key], prior: prior[child.key], seen: seen[child.key] }, allowed);
    if (kept !== undefined) result[child.key] = kept;
  }
  return result;
}

function keepValue(
  field: FormField,
  { data, prior, seen }: Versions<Json | undefined>,
  allowed: ReadonlySet<FieldClass>,
): Json | undefined {
  if (prior === undefined) return data;
  if (field.children.length === 0) return allowed.has(field.fieldClass) ? data : prior;
  if (isRepeated(field.kind)) {
    const areLists = Array.isArray(data) && Array.isArray(prior) && Array.isArray(seen);
    return areLists ? keepRows(field, { data, prior, seen }, allowed) : data;
  }
  if (!isJsonObject(prior) || !(data === undefined || isJsonObject(data))) return data;
  const kept = keepObject(field, { data: data ?? {}, prior, seen: isJsonObject(seen) ? seen : {} }, allowed);
  return data === undefined && Object.keys(kept).length === 0 ? undefined : kept;
}

function keepRows(field: FormField, { data, prior, seen }: Versions<Json[]>, allowed: ReadonlySet<FieldClass>): Json[] {
  const row = field.children[0];
  const result = [...data];
  for (const [before, after] of pairRows(seen, data)) {
    if (!row || before === undefined || after === undefined) continue;
    const [now, was, shown] = [data[after], prior[before], seen[before]];
    if (isJsonObject(now) && isJsonObject(was) && isJsonObject(shown))
      result[after] = keepObject(row, { data: now, prior: was, seen: shown }, allowed);
  }
  return result;
}
