import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';

/** Splits a JSON pointer (RFC 6901) into its unescaped segments; the root is no segment. */
export function pointerSegments(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Joins unescaped segments to a JSON pointer. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join('');
}

/** Escapes one segment of a JSON pointer. */
export function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The pointer one level up; the root's is the root. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The value at a pointer; undefined when nothing is there. Inherited properties are never seen. */
export function valueAt(data: unknown, pointer: string): Json | undefined {
  return valueAtSegments(data, pointerSegments(pointer));
}

/** As `valueAt`, by segments. */
export function valueAtSegments(data: unknown, segments: readonly string[]): Json | undefined {
  let current = data as Json | undefined;
  for (const segment of segments) {
    if (Array.isArray(current)) current = current[Number(segment)];
    else if (isJsonObject(current) && Object.hasOwn(current, segment)) current = current[segment];
    else return undefined;
  }
  return current;
}

/** A copy of `data` with `value` at the pointer (undefined removes it); what is not on the way is shared. */
export function withValueAt(data: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  return withValue(data, pointerSegments(pointer), 0, value) as JsonObject;
}

function withValue(
  current: Json | undefined,
  segments: readonly string[],
  depth: number,
  value: Json | undefined,
): Json {
  const segment = segments[depth];
  if (segment === undefined) return value ?? null;
  const last = depth === segments.length - 1;
  if (Array.isArray(current)) return withItem(current, segments, depth, last, value);
  const copy = { ...(isJsonObject(current) ? current : {}) };
  if (last && value === undefined) delete copy[segment];
  else defineOwn(copy, segment, last ? value! : withValue(ownValue(copy, segment), segments, depth + 1, value));
  return copy;
}

function withItem(
  items: Json[],
  segments: readonly string[],
  depth: number,
  last: boolean,
  value: Json | undefined,
): Json {
  const index = Number(segments[depth]);
  if (last && value === undefined) return items.filter((_, position) => position !== index);
  const copy = [...items];
  copy[index] = last ? value! : withValue(items[index], segments, depth + 1, value);
  return copy;
}

function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Assigning `__proto__` would change the prototype instead of adding a property. */
function defineOwn(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
