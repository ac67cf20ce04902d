import type { CompiledForm } from './compiled-form.ts';
import { evaluateSafely } from './computation.ts';
import type { Json, JsonObject } from './json.ts';
import { valueAt, withValueAt } from './pointer.ts';

/** What `x-prefill` sees: `case`, `person`, `records` (latest data by form), `today`, `user`. */
export interface PrefillContext {
  case: Json;
  person: Json;
  records: JsonObject;
  today: string;
  user: Json;
}

export interface PrefilledValue {
  path: string;
  value: Json;
  /** The names of the context that the expression refers to: where the value is from. */
  sources: readonly string[];
}

export interface PrefilledForm {
  data: JsonObject;
  /** Each value that was filled in, in the order of the form. */
  prefilled: PrefilledValue[];
}

/** Fills fields that have no value yet from what is known. What somebody typed is never overwritten. */
export function prefillForm(form: CompiledForm, data: JsonObject, context: PrefillContext): PrefilledForm {
  const result: PrefilledForm = { data, prefilled: [] };
  for (const field of form.fields) {
    if (!field.prefill || field.segments.includes('*') || valueAt(result.data, field.pattern) !== undefined) continue;
    const value = evaluateSafely(field.prefill, { ...pickNames(context, field.prefill.names) }, context.today) as Json;
    if (value === null || value === undefined) continue;
    result.data = withValueAt(result.data, field.pattern, value);
    result.prefilled.push({ path: field.pattern, value, sources: field.prefill.names });
  }
  return result;
}

function pickNames(context: PrefillContext, names: readonly string[]): Record<string, unknown> {
  const known = context as unknown as Record<string, unknown>;
  return Object.fromEntries(names.map((name) => [name, Object.hasOwn(known, name) ? known[name] : null]));
}
