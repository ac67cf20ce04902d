import type { Json } from '../types.ts';
import type { Decimal } from './decimal.ts';
import { DEFAULT_LIMITS, FeelLimitError } from './limits.ts';
import { FeelDate, FeelDateTime, FeelTime, formatOffset } from './temporal/calendar.ts';
import { DaysTimeDuration } from './temporal/duration.ts';
import type { YearsMonthsDuration } from './temporal/duration.ts';
import { javaDate, javaDateTime, javaDuration, javaPeriod, javaTime } from './temporal/java-format.ts';
import { FeelContext, FeelFunction, FeelRange, isNumber } from './values.ts';
import type { FeelValue } from './values.ts';

/**
 * How dates, times and durations are written: as Zeebe writes them into variables (`10:30`, `PT48H`), or as ISO 8601
 * and JSON Schema's formats want them (`10:30:00`, `P2D`).
 */
export type TemporalNotation = 'zeebe' | 'iso';

/**
 * A FEEL value as JSON: decimals as numbers, dates, times and durations as strings. Ranges and functions, which JSON
 * cannot say, are null; as entries of a context functions are left out.
 */
export function toJson(value: FeelValue, notation: TemporalNotation = 'zeebe'): Json {
  return new JsonWriter(notation).write(value, 0);
}

/** Counts the values it writes, since one list may stand a million times in another. */
class JsonWriter {
  #count = 0;

  constructor(readonly notation: TemporalNotation) {}

  write(value: FeelValue, depth: number): Json {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (isNumber(value)) return jsonNumber(value);
    if (depth > DEFAULT_LIMITS.depth) throw new FeelLimitError('depth', DEFAULT_LIMITS.depth);
    if (Array.isArray(value)) return this.#list(value, depth);
    if (value instanceof FeelContext) return this.#context(value, depth);
    if (value instanceof FeelRange || value instanceof FeelFunction) return null;
    // a zone's offset has to be looked up
    this.#grow(4);
    return this.notation === 'zeebe' ? zeebeText(value) : isoText(value);
  }

  #grow(count: number): void {
    this.#count += count;
    if (this.#count > DEFAULT_LIMITS.resultSize) throw new FeelLimitError('resultSize', DEFAULT_LIMITS.resultSize);
  }

  #list(list: readonly FeelValue[], depth: number): Json {
    this.#grow(list.length + 1);
    return list.map((item) => this.write(item, depth + 1));
  }

  #context(context: FeelContext, depth: number): Json {
    const entries = context.entries().filter(([, entry]) => !(entry instanceof FeelFunction));
    this.#grow(2 * entries.length + 1);
    return Object.fromEntries(entries.map(([key, entry]) => [key, this.write(entry, depth + 1)]));
  }
}

/** What no double can hold is null; it is not written out first, which could take thousands of digits. */
function jsonNumber(decimal: Decimal): Json {
  if (decimal.isZero() || decimal.e < -330) return 0;
  const value = decimal.e > 310 ? Number.POSITIVE_INFINITY : decimal.toNumber();
  return Number.isFinite(value) ? value : null;
}

type Temporal = FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration;

function zeebeText(value: Temporal): string {
  if (value instanceof FeelDate) return javaDate(value);
  if (value instanceof FeelTime) return javaTime(value);
  if (value instanceof FeelDateTime) return javaDateTime(value);
  return value instanceof DaysTimeDuration ? javaDuration(value) : javaPeriod(value);
}

/** A named zone comes with its offset: `2026-01-31T10:00:00+02:00[Europe/Chisinau]`. */
function isoText(value: Temporal): string {
  if (!(value instanceof FeelDateTime) || value.time.zone?.name === undefined) return value.toString();
  const { date, time } = value;
  return `${date.toString()}T${time.localString()}${formatOffset(value.offset ?? 0)}[${time.zone?.name ?? ''}]`;
}
