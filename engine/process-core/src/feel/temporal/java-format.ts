import type { DaysTimeDuration } from './duration.ts';
import type { YearsMonthsDuration } from './duration.ts';
import { formatOffset } from './calendar.ts';
import type { FeelDate, FeelDateTime, FeelTime } from './calendar.ts';

/**
 * Dates, times and durations in the notation in which Zeebe writes them into variables, which is that of Java's
 * classes: seconds are left out where there are none, days are hours, each part has its own sign.
 */
export function javaDate(date: FeelDate): string {
  return date.year > 9999 ? `+${date.toString()}` : date.toString();
}

/** A time with a zone or an offset keeps its seconds, as in FEEL. */
export function javaTime(time: FeelTime): string {
  return time.zone === null ? localTime(time) : time.toString();
}

/** A named zone comes with its offset: `2026-01-31T10:00+02:00[Europe/Chisinau]`. */
export function javaDateTime(value: FeelDateTime): string {
  const { zone } = value.time;
  const local = `${javaDate(value.date)}T${localTime(value.time)}`;
  if (zone === null) return local;
  return `${local}${formatOffset(value.offset ?? 0)}${zone.name === undefined ? '' : `[${zone.name}]`}`;
}

function localTime(time: FeelTime): string {
  const minutes = `${pad(time.hour, 2)}:${pad(time.minute, 2)}`;
  if (time.second === 0 && time.nano === 0) return minutes;
  return `${minutes}:${pad(time.second, 2)}${time.nano === 0 ? '' : `.${inGroups(pad(time.nano, 9))}`}`;
}

/** Nanoseconds in three, six or nine digits. */
function inGroups(digits: string): string {
  return digits.replace(/(?:000)+$/, '');
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

export function javaDuration(value: DaysTimeDuration): string {
  if (value.nanos === 0n) return 'PT0S';
  const { days, hours, minutes, seconds, nanos } = value.parts;
  const fraction = nanos === 0 ? '' : `.${pad(Math.abs(nanos), 9).replace(/0+$/, '')}`;
  const sign = seconds === 0 && nanos < 0 ? '-' : '';
  const wholeHours = days * 24 + hours;
  return `PT${part(wholeHours, 'H')}${part(minutes, 'M')}${seconds || nanos ? `${sign}${seconds}${fraction}S` : ''}`;
}

export function javaPeriod(value: YearsMonthsDuration): string {
  if (value.months === 0) return 'P0D';
  const { years, months } = value.parts;
  return `P${part(years, 'Y')}${part(months, 'M')}`;
}

function part(amount: number, unit: string): string {
  return amount === 0 ? '' : `${amount}${unit}`;
}
