import type { CompiledForm, FormField } from './compiled-form.ts';
import { isRepeated } from './field-kind.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';

const noneHidden: ReadonlySet<string> = new Set();

/**
 * Data in its one form: blank texts, hidden fields, empty lists without `minItems` and empty optional groups are absent, required
 * groups are there. What needs no change is shared with `data`, and properties that the form does not know stay.
 */
export function tidyData(form: CompiledForm, data: JsonObject, hidden: ReadonlySet<string> = noneHidden): JsonObject {
  return tidyObject(form.root, data, '', hidden);
}

function tidyObject(field: FormField, object: JsonObject, path: string, hidden: ReadonlySet<string>): JsonObject {
  let result = object;
  for (const child of field.children) {
    const value = object[child.key];
    const mayHide = hidden.size > 0 && child.canHide;
    if ((value === undefined && child.kind !== 'group') || (!mayHide && isPlainlyFilled(value))) continue;
    const tidied = tidyValue(child, value, mayHide ? `${path}/${child.key}` : '', hidden);
    if (tidied === value) continue;
    if (result === object) result = { ...object };
    if (tidied === undefined) delete result[child.key];
    else result[child.key] = tidied;
  }
  return result;
}

function tidyValue(
  field: FormField,
  value: Json | undefined,
  path: string,
  hidden: ReadonlySet<string>,
): Json | undefined {
  if (path !== '' && field.visibleWhen && hidden.has(path)) return undefined;
  if (typeof value === 'string') return isBlank(value) ? undefined : value;
  if (field.kind === 'group') return tidyGroup(field, value, path, hidden);
  if (Array.isArray(value)) return tidyList(field, value, path, hidden);
  return value;
}

function tidyGroup(
  field: FormField,
  value: Json | undefined,
  path: string,
  hidden: ReadonlySet<string>,
): Json | undefined {
  if (value !== undefined && !isJsonObject(value)) return value;
  const needed = field.required === 'always';
  if (value === undefined && !needed) return undefined;
  const tidied = tidyObject(field, value ?? {}, path, hidden);
  return needed || hasKeys(tidied) ? tidied : undefined;
}

function tidyList(field: FormField, list: Json[], path: string, hidden: ReadonlySet<string>): Json[] | undefined {
  if (list.length === 0) return field.schema.minItems ? list : undefined;
  const row = field.children[0];
  if (!row || !isRepeated(field.kind)) return list;
  let result = list;
  list.forEach((item, index) => {
    if (!isJsonObject(item)) return;
    const tidied = tidyObject(row, item, path && `${path}/${index}`, hidden);
    if (tidied === item) return;
    if (result === list) result = [...list];
    result[index] = tidied;
  });
  return result;
}

/** The quick answer for nearly every value: a number, a yes or no, a text that begins with a visible ASCII character. */
function isPlainlyFilled(value: Json | undefined): boolean {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean';
  const first = value.charCodeAt(0);
  return first > 32 && first < 127;
}

function isBlank(text: string): boolean {
  return text.length === 0 || (/\s/.test(text[0]!) && text.trim() === '');
}

function hasKeys(object: JsonObject): boolean {
  for (const _ in object) return true;
  return false;
}
