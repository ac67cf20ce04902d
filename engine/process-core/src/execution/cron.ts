import { offsetAt, offsetOfLocal } from '../feel/temporal/zone.ts';
import { timeZone } from './time-zone.ts';

/** A cron expression of six fields, as Zeebe reads it: second, minute, hour, day of month, month, day of week. */
export interface Cron {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** Whether it goes off on a day, given as midnight of the day in UTC. */
  isDay(day: Date): boolean;
}

const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const dayLength = 86_400_000;
/** 29 February on a given weekday comes at least once in 40 years. */
const maxDays = 40 * 366;

/** Null when the text is no cron expression. */
export function parseCron(text: string): Cron | null {
  const fields = (macros[text.trim().toLowerCase()] ?? text.trim().toUpperCase()).split(/\s+/);
  const [second = '', minute = '', hour = '', dayOfMonth = '', month = '', weekday = ''] = fields;
  if (fields.length !== 6) return null;
  const seconds = readList(second, 0, 59);
  const minutes = readList(minute, 0, 59);
  const hours = readList(hour, 0, 23);
  const monthList = readList(named(month, months, 1), 1, 12);
  const isDayOfMonth = readDays(dayOfMonth, readDayOfMonth);
  const isWeekday = readDays(named(weekday, weekdays, 0), readWeekday);
  if (!seconds || !minutes || !hours || !monthList || !isDayOfMonth || !isWeekday) return null;
  const isDay = (day: Date) => monthList.includes(day.getUTCMonth() + 1) && isDayOfMonth(day) && isWeekday(day);
  return { seconds, minutes, hours, isDay };
}

/** The first time after the instant, in the time zone of timers; null when there is none for decades. */
export function nextOfCron(cron: Cron, instant: string): string | null {
  const after = Date.parse(instant);
  const local = after + offsetAt(timeZone, Math.floor(after / 1000)) * 1000;
  const midnight = Math.floor(local / dayLength) * dayLength;
  for (let count = 0; count < maxDays; count += 1) {
    const day = midnight + count * dayLength;
    if (!cron.isDay(new Date(day))) continue;
    const found = findTime(cron, day, after);
    if (found !== null) return new Date(found).toISOString();
  }
  return null;
}

function findTime(cron: Cron, day: number, after: number): number | null {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const local = day / 1000 + hour * 3600 + minute * 60;
      const start = (local - offsetOfLocal(timeZone, local)) * 1000;
      const second = cron.seconds.find((one) => start + one * 1000 > after);
      if (second !== undefined) return start + second * 1000;
    }
  }
  return null;
}

function named(field: string, names: readonly string[], first: number): string {
  return names.reduce((text, name, index) => text.replaceAll(name, String(index + first)), field);
}

/** `*`, `5`, `1-5`, `0/15`, `1-30/2`, and several of them: the numbers in order. */
function readList(field: string, min: number, max: number): number[] | null {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) return null;
    const [, from, to, step] = match;
    const start = from === undefined ? min : Number(from);
    const end = to !== undefined ? Number(to) : from === undefined || step !== undefined ? max : start;
    if (start < min || end > max || start > end || Number(step ?? 1) === 0) return null;
    for (let value = start; value <= end; value += Number(step ?? 1)) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

type DayTest = (day: Date) => boolean;

function readDays(field: string, read: (part: string) => DayTest | null): DayTest | null {
  if (field === '?') return () => true;
  const tests = field.split(',').map(read);
  return tests.includes(null) ? null : (day) => tests.some((test) => test?.(day));
}

/** A number, range or step; `L` (the last day), `L-3`, `LW` (the last working day), `15W` (the one nearest to it). */
function readDayOfMonth(part: string): DayTest | null {
  const last = /^L(?:-(\d+))?$/.exec(part);
  if (last !== null) return (day) => day.getUTCDate() === lastDayOf(day) - Number(last[1] ?? 0);
  const near = /^(\d+|L)W$/.exec(part);
  if (near !== null) return (day) => day.getUTCDate() === workdayNear(day, near[1] ?? 'L');
  const list = readList(part, 1, 31);
  return list && ((day) => list.includes(day.getUTCDate()));
}

/** A number (0 and 7 are Sunday), range or step; `5L` (the last Friday), `1#2` (the second Monday). */
function readWeekday(part: string): DayTest | null {
  const last = /^([0-7])L$/.exec(part);
  if (last !== null) return (day) => isWeekday(day, Number(last[1])) && day.getUTCDate() > lastDayOf(day) - 7;
  const nth = /^([0-7])#([1-5])$/.exec(part);
  if (nth !== null) {
    return (day) => isWeekday(day, Number(nth[1])) && Math.ceil(day.getUTCDate() / 7) === Number(nth[2]);
  }
  const list = readList(part, 0, 7);
  return list && ((day) => list.some((one) => isWeekday(day, one)));
}

function isWeekday(day: Date, weekday: number): boolean {
  return day.getUTCDay() === weekday % 7;
}

function lastDayOf(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The working day nearest to a day of the month, within the month. */
function workdayNear(day: Date, wanted: string): number {
  const last = lastDayOf(day);
  const date = wanted === 'L' ? last : Math.min(Number(wanted), last);
  const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), date)).getUTCDay();
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  if (weekday === 0) return date === last ? date - 2 : date + 1;
  return date;
}
