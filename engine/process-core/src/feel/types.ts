import { FeelContext, FeelFunction, FeelRange, kindOf } from './values.ts';
import type { FeelType, FeelValue } from './values.ts';

const ANY: FeelType = { kind: 'any' };

const NAMED: Readonly<Record<string, FeelType>> = {
  Any: ANY,
  any: ANY,
  Null: { kind: 'null' },
  null: { kind: 'null' },
  number: { kind: 'number' },
  string: { kind: 'string' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  'date and time': { kind: 'date and time' },
  dateTime: { kind: 'date and time' },
  'days and time duration': { kind: 'days and time duration' },
  dayTimeDuration: { kind: 'days and time duration' },
  'years and months duration': { kind: 'years and months duration' },
  yearMonthDuration: { kind: 'years and months duration' },
  list: { kind: 'list' },
  context: { kind: 'context' },
  function: { kind: 'function' },
  range: { kind: 'range' },
};

/** A type of FEEL by its name, or undefined. */
export function namedType(name: string): FeelType | undefined {
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** Whether the value is of the type, whichever values that allows. Null is an instance of no type but `Null`. */
export function isInstance(value: FeelValue, type: FeelType): boolean {
  return value === null ? type.kind === 'null' : conforms(value, unrestricted(type));
}

function unrestricted(type: FeelType): FeelType {
  if (type.kind === 'restricted') return unrestricted(type.of);
  return type.kind === 'list of' ? { kind: 'list of', of: unrestricted(type.of) } : type;
}

/** Whether the value may stand where the type is asked for: as `isInstance`, but null conforms to every type. */
export function conforms(value: FeelValue, type: FeelType): boolean {
  if (value === null || type.kind === 'any') return true;
  switch (type.kind) {
    case 'list of':
      return Array.isArray(value) && value.every((item) => conforms(item, type.of));
    case 'range of':
      return (
        value instanceof FeelRange && conforms(value.start ?? null, type.of) && conforms(value.end ?? null, type.of)
      );
    case 'context of':
      return value instanceof FeelContext && entriesConform(value, type.entries);
    case 'function of':
      return value instanceof FeelFunction && functionConforms(value, type);
    case 'restricted':
      return conforms(value, type.of) && type.allows(value);
    default:
      return kindOf(value) === type.kind;
  }
}

function entriesConform(context: FeelContext, entries: ReadonlyMap<string, FeelType>): boolean {
  return [...entries].every(([name, type]) => context.has(name) && conforms(context.get(name) ?? null, type));
}

function functionConforms(value: FeelFunction, type: Extract<FeelType, { kind: 'function of' }>): boolean {
  const given = value.types;
  if (value.params.length !== type.params.length || !given) return value.params.length === type.params.length;
  const paramsFit = type.params.every((param, index) => {
    const own = given.params[index];
    return own === undefined || isSubtype(param, own);
  });
  return paramsFit && (given.result === undefined || isSubtype(given.result, type.result));
}

/** Whether every value of the one type is of the other. */
export function isSubtype(type: FeelType, of: FeelType): boolean {
  if (of.kind === 'any' || type.kind === 'null') return true;
  if (type.kind === 'restricted') return isSubtype(type.of, of);
  if (type.kind === 'list of') return of.kind === 'list' || (of.kind === 'list of' && isSubtype(type.of, of.of));
  if (type.kind === 'range of') return of.kind === 'range' || (of.kind === 'range of' && isSubtype(type.of, of.of));
  if (type.kind === 'context of')
    return of.kind === 'context' || (of.kind === 'context of' && entriesAreSubtypes(type, of));
  if (type.kind === 'function of') return of.kind === 'function' || of.kind === 'function of';
  return type.kind === of.kind;
}

function entriesAreSubtypes(
  type: Extract<FeelType, { kind: 'context of' }>,
  of: Extract<FeelType, { kind: 'context of' }>,
): boolean {
  return [...of.entries].every(([name, entry]) => {
    const own = type.entries.get(name);
    return own !== undefined && isSubtype(own, entry);
  });
}

/**
 * The value as the type wants it, by the implicit conversions of DMN: a list of one element becomes the element, one
 * element becomes a list, a date becomes a date and time at midnight UTC. Undefined where none fits.
 */
export function coerce(value: FeelValue, type: FeelType): FeelValue | undefined {
  if (conforms(value, type)) return value;
  if (Array.isArray(value) && value.length === 1 && conforms(value[0] ?? null, type)) return value[0] ?? null;
  const target = type.kind === 'restricted' ? type.of : type;
  if (!Array.isArray(value) && target.kind === 'list of' && conforms([value], type)) return [value];
  return undefined;
}
