import { FeelDate, FeelDateTime, FeelTime } from './calendar.ts';
import type { Zone } from './calendar.ts';
import { DaysTimeDuration, YearsMonthsDuration } from './duration.ts';
import { isZoneName } from './zone.ts';

const DATE = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(.*)$/;
/** Zeebe also takes a time without seconds. */
const SHORT_TIME = /^(\d{2}:\d{2})(?=$|[Z@+-])/;
const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const DAYS_TIME = /^(-?)P(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/;
const YEARS_MONTHS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/;
/** Zeebe writes and reads negative durations with a sign at each part: `PT-1H-30M`. */
const SIGNED_PARTS = /^P(?:-\d+[YMD])*(?:T(?:-\d+(?:\.\d+)?[HMS])+)?$/;

export type ParseMode = 'zeebe' | 'dmn';

/** `2026-01-31`, or null. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  return match && FeelDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `10:30:00`, with a fraction, an offset, `Z` or `@Europe/Chisinau`; or null. */
export function parseTime(text: string, mode: ParseMode): FeelTime | null {
  const full = mode === 'zeebe' ? text.replace(SHORT_TIME, '$1:00') : text;
  const match = TIME.exec(full.startsWith('T') ? full.slice(1) : full);
  if (!match) return null;
  const zone = parseZone(match[5] ?? '', mode);
  const nano = Number((match[4] ?? '').slice(0, 9).padEnd(9, '0'));
  return zone === undefined ? null : FeelTime.of(Number(match[1]), Number(match[2]), Number(match[3]), nano, zone);
}

/** `2026-01-31T10:30:00…`; a date alone is its midnight. Or null. */
export function parseDateTime(text: string, mode: ParseMode): FeelDateTime | null {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  if (!date) return null;
  if (split < 0) return new FeelDateTime(date, new FeelTime(0, 0, 0, 0, null));
  const rest = text.slice(split + 1);
  if (rest === '24:00:00') return null;
  const time = rest.startsWith('T') ? null : parseTime(rest, mode);
  const value = time && new FeelDateTime(date, time);
  // a local time that a change of the clocks leaves out moves on by the change
  return value?.time.zone?.name === undefined ? value : FeelDateTime.ofEpochNanos(value.epochNanos, value.time.zone);
}

/** `Z`, `+02:00` or `@Europe/Chisinau`; nothing is a local time, and undefined is no zone. */
export function parseZone(text: string, mode: ParseMode): Zone | undefined {
  if (text === '') return null;
  if (text === 'Z' || text === 'z') return { offset: 0 };
  if (text.startsWith('@')) return isZoneName(text.slice(1)) ? { name: text.slice(1) } : undefined;
  const named = /^(.+)\[(.+)\]$/.exec(text);
  if (mode === 'zeebe' && named?.[2] && isZoneName(named[2])) return { name: named[2] };
  return parseOffset(text);
}

function parseOffset(text: string): Zone | undefined {
  const match = OFFSET.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hours > 18 || minutes > 59 || seconds > 59) return undefined;
  return { offset: (match[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds) };
}

/** `P1DT2H3M4.5S` or `P1Y2M`, each with a leading minus or not; or null. */
export function parseDuration(text: string, mode: ParseMode): DaysTimeDuration | YearsMonthsDuration | null {
  if (text.length > 100) return null;
  const plain = mode === 'zeebe' && SIGNED_PARTS.test(text) ? `-${text.replaceAll('-', '')}` : text;
  return parseYearsMonths(plain) ?? parseDaysTime(plain);
}

export function parseYearsMonths(text: string): YearsMonthsDuration | null {
  const match = YEARS_MONTHS.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const months = Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0);
  return YearsMonthsDuration.of(match[1] ? -months : months);
}

function parseDaysTime(text: string): DaysTimeDuration | null {
  const match = DAYS_TIME.exec(text);
  if (!match) return null;
  const [, sign, days, time, hours, minutes, seconds, fraction] = match;
  if ((days === undefined && time === undefined) || time === 'T') return null;
  const whole = count(days) * 86_400n + count(hours) * 3600n + count(minutes) * 60n + count(seconds);
  const nanos = whole * 1_000_000_000n + BigInt((fraction ?? '').slice(0, 9).padEnd(9, '0'));
  return DaysTimeDuration.of(sign ? -nanos : nanos);
}

function count(digits: string | undefined): bigint {
  return BigInt(digits ?? 0);
}
