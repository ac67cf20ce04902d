import type { Decimal } from '../decimal.ts';
import { toDecimal } from '../decimal.ts';
import { formatValue } from '../format.ts';
import { fromJson } from '../from-json.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/calendar.ts';
import type { DaysTimeDuration } from '../temporal/duration.ts';
import type { YearsMonthsDuration } from '../temporal/duration.ts';
import type { Dialect, Run } from '../run.ts';
import { parseDate, parseDateTime, parseDuration, parseTime, parseZone } from '../temporal/parse.ts';
import { toJson } from '../to-json.ts';
import type { FeelValue } from '../values.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { parseRange } from './parse-range.ts';
import { define, only } from './signature.ts';

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function parseNumber(text: string, dialect: Dialect): Decimal | undefined {
  const trimmed = dialect === 'zeebe' ? text : text.trim();
  return NUMBER.test(trimmed) ? (toDecimal(trimmed) ?? undefined) : undefined;
}

function parseGrouped(run: Run, text: string, grouping: string | null, decimal: string | null): Decimal | undefined {
  const isGrouping = grouping === null || [' ', ',', '.'].includes(grouping);
  const isDecimal = decimal === null || ['.', ','].includes(decimal);
  if (!isGrouping || !isDecimal || (grouping !== null && grouping === decimal)) return undefined;
  const plain = grouping === null ? text : text.split(grouping).join('');
  return parseNumber(decimal === null ? plain : plain.split(decimal).join('.'), run.dialect);
}

function toDate(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDate ? value : value.date;
}

function toTime(value: FeelDateTime | FeelDate): FeelTime {
  return value instanceof FeelDate ? new FeelTime(0, 0, 0, 0, { offset: 0 }) : value.time;
}

function makeTime(
  hour: Decimal,
  minute: Decimal,
  second: Decimal,
  offset?: DaysTimeDuration | null,
): FeelTime | undefined {
  const nano = second.minus(second.floor()).times(1e9).floor().toNumber();
  const zone = offset ? { offset: Number(offset.nanos / 1_000_000_000n) } : null;
  return FeelTime.of(hour.toNumber(), minute.toNumber(), second.floor().toNumber(), nano, zone) ?? undefined;
}

function toDateTime(value: FeelDate): FeelDateTime {
  return new FeelDateTime(value, new FeelTime(0, 0, 0, 0, null));
}

/** The moment in the zone; a local date and time is that of the zone already. */
function inZone(run: Run, value: FeelDateTime, name: string): FeelDateTime | null | undefined {
  const zone = parseZone(name.startsWith('+') || name.startsWith('-') || name === 'Z' ? name : `@${name}`, 'zeebe');
  if (!zone) return run.fail('FUNCTION_INVOCATION_FAILURE', `'${name.slice(0, 60)}' is no time zone.`);
  const { date, time } = value;
  if (time.zone) return FeelDateTime.ofEpochNanos(value.epochNanos, zone) ?? undefined;
  return new FeelDateTime(date, new FeelTime(time.hour, time.minute, time.second, time.nano, zone));
}

function parseJson(text: string): FeelValue | undefined {
  try {
    return fromJson(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textOf(run: Run, value: FeelValue): string {
  return formatValue(value, run.dialect === 'zeebe' ? 'zeebe' : 'standard', run.limits.stringSize);
}

export const CONVERSION_BUILTINS = [
  define('string', ['from: any'], (run, value: FeelValue) => {
    const text = value === null ? null : textOf(run, value);
    // a number may have thousands of digits
    run.step((text?.length ?? 0) >> 2);
    return text === null ? null : run.string(text);
  }),
  define('number', ['from: string'], (run, text: string) => parseNumber(text, run.dialect)),
  only(
    'dmn',
    define('number', ['from: number'], (_, value: Decimal) => value),
  ),
  define(
    'number',
    ['from: string', 'grouping separator: string|null', 'decimal separator?: string|null'],
    (run, text: string, grouping: string | null, decimal: string | null = null) =>
      parseGrouped(run, text, grouping, decimal),
  ),
  define('boolean', ['from: string|boolean'], (_, value: string | boolean) =>
    typeof value === 'boolean' ? value : ({ true: true, false: false } as Record<string, boolean>)[value.toLowerCase()],
  ),
  define('date', ['from: string'], (_, text: string) => parseDate(text) ?? undefined),
  define('date', ['from: date|date and time'], (_, value: FeelDate | FeelDateTime) => toDate(value)),
  define(
    'date',
    ['year: number', 'month: number', 'day: number'],
    (_, year: Decimal, month: Decimal, day: Decimal) =>
      FeelDate.of(year.toNumber(), month.toNumber(), day.toNumber()) ?? undefined,
  ),
  define('time', ['from: string'], (run, text: string) => parseTime(text, run.dialect) ?? undefined),
  only(
    'dmn',
    define('time', ['from: time'], (_, value: FeelTime) => value),
  ),
  define('time', ['from: date and time|date'], (_, value: FeelDateTime | FeelDate) => toTime(value)),
  define(
    'time',
    ['hour: number', 'minute: number', 'second: number', 'offset?: days and time duration|null'],
    (_, hour: Decimal, minute: Decimal, second: Decimal, offset?: DaysTimeDuration | null) =>
      makeTime(hour, minute, second, offset),
  ),
  define('date and time', ['from: string'], (run, text: string) => parseDateTime(text, run.dialect) ?? undefined),
  define('date and time', ['from: date and time'], (_, value: FeelDateTime) => value),
  only(
    'dmn',
    define('date and time', ['from: date'], (_, value: FeelDate) => toDateTime(value)),
  ),
  define(
    'date and time',
    ['date: date|date and time', 'time: time'],
    (_, date: FeelDate | FeelDateTime, time: FeelTime) => new FeelDateTime(toDate(date), time),
  ),
  define('date and time', ['date: date and time', 'timezone: string'], (run, value: FeelDateTime, name: string) =>
    inZone(run, value, name),
  ),
  define('duration', ['from: string'], (run, text: string) => parseDuration(text, run.dialect) ?? undefined),
  only(
    'dmn',
    define('duration', ['from: duration'], (_, value: DaysTimeDuration | YearsMonthsDuration) => value),
  ),
  define('range', ['from: string'], (run, text: string) => parseRange(text, run.dialect)),
  define('to json', ['value: any'], (run, value: FeelValue) => run.string(JSON.stringify(toJson(value, 'iso')))),
  define('from json', ['value: string'], (_, text: string) => parseJson(text)),
  define('to base64', ['value: string'], (run, text: string) => run.string(encodeBase64(text))),
  define('from base64', ['value: string'], (_, text: string) => decodeBase64(text)),
  define(
    'fromAi',
    ['value: any', 'description?: any', 'type?: any', 'schema?: any', 'options?: any'],
    (_, value: FeelValue) => value,
  ),
];
