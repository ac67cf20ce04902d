import type { CompiledForm, FormField } from './compiled-form.ts';
import { isRepeated } from './field-kind.ts';
import type { FieldClass } from './form-schema.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';

export interface RedactedData {
  data: JsonObject;
  /** Pointers of the values that were taken off, in the order of the form. */
  redacted: string[];
}

/** Data without the fields whose class is not among the allowed ones; what the form does not know is taken off too. */
export function redactByClass(form: CompiledForm, data: JsonObject, allowed: ReadonlySet<FieldClass>): RedactedData {
  const redacted: string[] = [];
  return { data: redactObject(form.root, data, '', allowed, redacted), redacted };
}

/** The classes that occur in the data: what reading it needs. */
export function classesIn(form: CompiledForm, data: JsonObject): FieldClass[] {
  const classes = new Set<FieldClass>();
  const visit = (field: FormField, value: Json | undefined): void => {
    if (value === undefined) return;
    if (field.children.length === 0) classes.add(field.fieldClass);
    if (Array.isArray(value) && field.children[0]) for (const row of value) visit(field.children[0], row);
    if (isJsonObject(value)) for (const child of field.children) visit(child, value[child.key]);
  };
  visit(form.root, data);
  return [...classes];
}

function redactObject(
  field: FormField,
  object: JsonObject,
  path: string,
  allowed: ReadonlySet<FieldClass>,
  redacted: string[],
): JsonObject {
  const result: JsonObject = {};
  for (const child of field.children) {
    const value = object[child.key];
    if (value === undefined) continue;
    const childPath = `${path}/${child.key}`;
    if (child.children.length === 0 && !allowed.has(child.fieldClass)) redacted.push(childPath);
    else result[child.key] = redactValue(child, value, childPath, allowed, redacted);
  }
  return result;
}

function redactValue(
  field: FormField,
  value: Json,
  path: string,
  allowed: ReadonlySet<FieldClass>,
  redacted: string[],
): Json {
  const row = field.children[0];
  if (isRepeated(field.kind) && row && Array.isArray(value)) {
    return value.map((item, index) =>
      isJsonObject(item) ? redactObject(row, item, `${path}/${index}`, allowed, redacted) : null,
    );
  }
  return field.kind === 'group' && isJsonObject(value) ? redactObject(field, value, path, allowed, redacted) : value;
}
