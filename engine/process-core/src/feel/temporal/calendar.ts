import { offsetAt, offsetOfLocal } from './zone.ts';

/** The largest year that a date may have, as in XML Schema and FEEL. */
export const MAX_YEAR = 999_999_999;
const DAY_SECONDS = 86_400;
export const NANOS = 1_000_000_000n;

/** Days from 1970-01-01 of the proleptic Gregorian calendar. */
export function toEpochDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day of the calendar without a zone. */
export class FeelDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}

  /** A date, or null where no such day exists. */
  static of(year: number, month: number, day: number): FeelDate | null {
    const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
    if (!whole || Math.abs(year) > MAX_YEAR || month < 1 || month > 12) return null;
    return day < 1 || day > daysInMonth(year, month) ? null : new FeelDate(year, month, day);
  }

  static ofEpochDay(epochDay: number): FeelDate | null {
    const shifted = epochDay + 719_468;
    const era = Math.floor(shifted / 146_097);
    const dayOfEra = shifted - era * 146_097;
    const yearOfEra = Math.floor(
      (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
    );
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return FeelDate.of(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
  }

  get epochDay(): number {
    return toEpochDay(this.year, this.month, this.day);
  }

  /** 1 is Monday. */
  get weekday(): number {
    return ((((this.epochDay + 3) % 7) + 7) % 7) + 1;
  }

  plusMonths(months: number): FeelDate | null {
    const total = this.year * 12 + (this.month - 1) + months;
    const year = Math.floor(total / 12);
    const month = total - year * 12 + 1;
    return FeelDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
  }

  toString(): string {
    const year = String(Math.abs(this.year)).padStart(4, '0');
    return `${this.year < 0 ? '-' : ''}${year}-${two(this.month)}-${two(this.day)}`;
  }
}

/** Where a time stands: an offset in seconds, a named zone, or nowhere (a local time). */
export type Zone = { offset: number; name?: undefined } | { name: string; offset?: undefined } | null;

/** A time of the day, with or without a zone. */
export class FeelTime {
  constructor(
    readonly hour: number,
    readonly minute: number,
    readonly second: number,
    readonly nano: number,
    readonly zone: Zone,
  ) {}

  static of(hour: number, minute: number, second: number, nano: number, zone: Zone): FeelTime | null {
    const inside = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
    const whole = Number.isInteger(hour) && Number.isInteger(minute) && Number.isInteger(second);
    const offsetFits = zone?.offset === undefined || Math.abs(zone.offset) <= 18 * 3600;
    return inside && whole && offsetFits ? new FeelTime(hour, minute, second, nano, zone) : null;
  }

  static ofNanos(nanoOfDay: bigint, zone: Zone): FeelTime {
    const second = Number(nanoOfDay / NANOS);
    const nano = Number(nanoOfDay % NANOS);
    return new FeelTime(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60, nano, zone);
  }

  get nanoOfDay(): bigint {
    return BigInt(this.hour * 3600 + this.minute * 60 + this.second) * NANOS + BigInt(this.nano);
  }

  /** Seconds east of UTC; a named zone without a date takes its standard offset of 1970. */
  get offset(): number | null {
    if (!this.zone) return null;
    return this.zone.offset ?? offsetAt(this.zone.name, 0);
  }

  toString(): string {
    return this.localString() + zoneSuffix(this.zone);
  }

  localString(): string {
    const fraction = this.nano === 0 ? '' : `.${String(this.nano).padStart(9, '0').replace(/0+$/, '')}`;
    return `${two(this.hour)}:${two(this.minute)}:${two(this.second)}${fraction}`;
  }
}

/** A day and a time, local or at an offset or in a named zone. */
export class FeelDateTime {
  constructor(
    readonly date: FeelDate,
    readonly time: FeelTime,
  ) {}

  /** A moment of the UTC time line shown in a zone. */
  static ofEpochNanos(epochNanos: bigint, zone: Zone): FeelDateTime | null {
    const seconds = Number(floorDivide(epochNanos, NANOS));
    const offset = zone ? (zone.offset ?? offsetAt(zone.name, seconds)) : 0;
    return FeelDateTime.ofLocalNanos(epochNanos + BigInt(offset) * NANOS, zone);
  }

  static ofLocalNanos(localNanos: bigint, zone: Zone): FeelDateTime | null {
    const dayNanos = BigInt(DAY_SECONDS) * NANOS;
    const epochDay = floorDivide(localNanos, dayNanos);
    const date = FeelDate.ofEpochDay(Number(epochDay));
    return date && new FeelDateTime(date, FeelTime.ofNanos(localNanos - epochDay * dayNanos, zone));
  }

  get localNanos(): bigint {
    return BigInt(this.date.epochDay) * BigInt(DAY_SECONDS) * NANOS + this.time.nanoOfDay;
  }

  get offset(): number | null {
    const { zone } = this.time;
    if (!zone) return null;
    return zone.offset ?? offsetOfLocal(zone.name, Number(floorDivide(this.localNanos, NANOS)));
  }

  /** Nanoseconds from 1970 in UTC; a local date and time counts as UTC. */
  get epochNanos(): bigint {
    return this.localNanos - BigInt(this.offset ?? 0) * NANOS;
  }

  toString(): string {
    return `${this.date.toString()}T${this.time.toString()}`;
  }
}

export function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor !== 0n && value < 0n !== divisor < 0n ? quotient - 1n : quotient;
}

function zoneSuffix(zone: Zone): string {
  if (!zone) return '';
  return zone.name === undefined ? formatOffset(zone.offset) : `@${zone.name}`;
}

export function formatOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const seconds = Math.abs(offset);
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
