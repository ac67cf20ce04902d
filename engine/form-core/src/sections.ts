import type { FormSchema } from './form-schema.ts';
import type { JsonObject } from './json.ts';
import { pointerSegments, valueAt, withValueAt } from './pointer.ts';

/** The part of an expanded schema that holds the fields at the pointers, in the pointers' order, with the groups around them. */
export function sectionSchema(schema: FormSchema, pointers: readonly string[]): FormSchema {
  const result: FormSchema = {
    ...(schema.title !== undefined && { title: schema.title }),
    type: 'object',
    properties: {},
  };
  for (const pointer of pointers) graft(result, schema, pointerSegments(pointer));
  return result;
}

function graft(target: FormSchema, source: FormSchema, segments: readonly string[]): void {
  const [name, ...rest] = segments;
  const child = name === undefined ? undefined : source.properties?.[name];
  if (!child || name === undefined) return;
  target.properties ??= {};
  if (source.required?.includes(name)) target.required = [...new Set([...(target.required ?? []), name])];
  if (rest.length === 0) {
    target.properties[name] = child;
    return;
  }
  target.properties[name] ??= withoutFields(child);
  graft(target.properties[name], child, rest);
}

function withoutFields({
  properties: _fields,
  required: _required,
  allOf: _conditions,
  ...schema
}: FormSchema): FormSchema {
  return schema;
}

/** The part of the data that lies at the pointers. */
export function pickPointers(data: JsonObject, pointers: readonly string[]): JsonObject {
  return pointers.reduce<JsonObject>((picked, pointer) => {
    const value = valueAt(data, pointer);
    return value === undefined ? picked : withValueAt(picked, pointer, value);
  }, {});
}

/** `data` with what lies at the pointers taken from `part`; what `part` does not have is removed. */
export function mergePointers(data: JsonObject, part: JsonObject, pointers: readonly string[]): JsonObject {
  return pointers.reduce((merged, pointer) => {
    const value = valueAt(part, pointer);
    return value === undefined && valueAt(merged, pointer) === undefined ? merged : withValueAt(merged, pointer, value);
  }, data);
}
