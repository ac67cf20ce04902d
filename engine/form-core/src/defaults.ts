import type { CompiledForm, FormField } from './compiled-form.ts';
import { isRepeated } from './field-kind.ts';
import type { JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';

/** Data with the schema's `default` wherever a field has no value yet; for a form that is opened for the first time. */
export function withDefaults(form: CompiledForm, data: JsonObject): JsonObject {
  return fill(form.root, data);
}

/** A new row of a repeated group or table. */
export function newRow(list: FormField): JsonObject {
  const row = list.children[0];
  return row ? fill(row, {}) : {};
}

function fill(field: FormField, object: JsonObject): JsonObject {
  const result = { ...object };
  for (const child of field.children) {
    const value = result[child.key];
    if (child.kind === 'group') {
      const group = fill(child, isJsonObject(value) ? value : {});
      if (value !== undefined || Object.keys(group).length > 0) result[child.key] = group;
    } else if (isRepeated(child.kind) && Array.isArray(value)) {
      result[child.key] = value.map((row) =>
        isJsonObject(row) && child.children[0] ? fill(child.children[0], row) : row,
      );
    } else if (value === undefined && child.schema.default !== undefined) {
      result[child.key] = structuredClone(child.schema.default);
    }
  }
  return result;
}
