import { Decimal } from './decimal.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal/calendar.ts';
import { DaysTimeDuration, YearsMonthsDuration } from './temporal/duration.ts';

/** What an expression computes with. JSON enters by `fromJson` and leaves by `toJson`. */
export type FeelValue =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysTimeDuration
  | YearsMonthsDuration
  | FeelRange
  | FeelContext
  | FeelFunction
  | FeelValue[];

/** A context. Entries taken from JSON are converted when they are first asked for. */
export class FeelContext {
  readonly #values: Map<string, FeelValue>;
  readonly #source: Readonly<Record<string, unknown>> | undefined;
  readonly #convert: ((value: unknown) => FeelValue) | undefined;

  constructor(
    values: Map<string, FeelValue>,
    source?: Readonly<Record<string, unknown>>,
    convert?: (value: unknown) => FeelValue,
  ) {
    this.#values = values;
    this.#source = source;
    this.#convert = convert;
  }

  get(name: string): FeelValue | undefined {
    const known = this.#values.get(name);
    if (known !== undefined || !this.#source || !this.#convert || !Object.hasOwn(this.#source, name)) return known;
    const value = this.#convert(this.#source[name]);
    this.#values.set(name, value);
    return value;
  }

  has(name: string): boolean {
    return this.#values.has(name) || (this.#source !== undefined && Object.hasOwn(this.#source, name));
  }

  keys(): string[] {
    return this.#source ? Object.keys(this.#source) : [...this.#values.keys()];
  }

  get size(): number {
    return this.#source ? Object.keys(this.#source).length : this.#values.size;
  }

  entries(): [string, FeelValue][] {
    return this.keys().map((key) => [key, this.get(key) ?? null]);
  }

  toMap(): Map<string, FeelValue> {
    return new Map(this.entries());
  }
}

/** An interval. A bound that is `undefined` is open-ended, as in `> 5`. */
export class FeelRange {
  constructor(
    readonly start: FeelValue | undefined,
    readonly startIncluded: boolean,
    readonly end: FeelValue | undefined,
    readonly endIncluded: boolean,
  ) {}
}

/** A function as a value: defined in an expression, a built-in, or a business knowledge model. */
export class FeelFunction {
  constructor(
    readonly params: readonly string[],
    readonly invoke: (args: FeelValue[], named?: ReadonlyMap<string, FeelValue>) => FeelValue,
    readonly types?: { readonly params: readonly (FeelType | undefined)[]; readonly result?: FeelType | undefined },
  ) {}
}

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'context'
  | 'function'
  | 'list';

/** A type as `instance of`, parameters and item definitions name it. */
export type FeelType =
  | { kind: Kind | 'any' | 'unknown' }
  | { kind: 'list of'; of: FeelType }
  | { kind: 'range of'; of: FeelType }
  | { kind: 'context of'; entries: ReadonlyMap<string, FeelType> }
  | { kind: 'function of'; params: readonly FeelType[]; result: FeelType }
  /** A type of an item definition that also says which values it allows. */
  | { kind: 'restricted'; of: FeelType; allows: (value: FeelValue) => boolean };

export function isNumber(value: unknown): value is Decimal {
  return value instanceof Decimal;
}

/** The name of a value's type in FEEL. */
export function kindOf(value: FeelValue): Kind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'list';
  return kindOfObject(value);
}

function kindOfObject(value: Exclude<FeelValue, null | boolean | string | FeelValue[]>): Kind {
  if (isNumber(value)) return 'number';
  if (value instanceof FeelContext) return 'context';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof DaysTimeDuration) return 'days and time duration';
  if (value instanceof YearsMonthsDuration) return 'years and months duration';
  return value instanceof FeelRange ? 'range' : 'function';
}

export function isFeelObject(value: unknown): value is FeelValue {
  return (
    isNumber(value) ||
    value instanceof FeelContext ||
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof DaysTimeDuration ||
    value instanceof YearsMonthsDuration ||
    value instanceof FeelRange ||
    value instanceof FeelFunction
  );
}
