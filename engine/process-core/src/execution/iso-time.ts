import { isZoneName, offsetAt, offsetOfLocal } from '../feel/temporal/zone.ts';
import { nextOfCron, parseCron } from './cron.ts';
import { timeZone } from './time-zone.ts';

/** ISO 8601 durations, instants and repeating intervals, as BPMN timers write them. Days are those of the time zone. */
interface Duration {
  readonly sign: 1 | -1;
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const durationPattern =
  /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

function parseDuration(text: string): Duration | null {
  const match = durationPattern.exec(text.trim());
  if (match === null) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const wholeMinutes = (hours ?? 0) * 60 + (minutes ?? 0);
  return {
    sign: match[1] === undefined ? 1 : -1,
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
    milliseconds: Math.round((wholeMinutes * 60 + (seconds ?? 0)) * 1000),
  };
}

/**
 * `instant` plus an ISO 8601 duration; null when the text is no duration. Days, weeks, months and years keep the local
 * time across a change of the clocks, hours do not; months keep the day where they can.
 */
export function addDuration(instant: string, text: string): string | null {
  const duration = parseDuration(text);
  if (duration === null) return null;
  const { sign, months, days, milliseconds } = duration;
  const start = Date.parse(instant);
  const day = months + days === 0 ? start : addDays(start, sign * months, sign * days);
  return toInstant(day + sign * milliseconds);
}

function addDays(start: number, months: number, days: number): number {
  const local = new Date(start + offsetAt(timeZone, Math.floor(start / 1000)) * 1000);
  if (months !== 0) addMonths(local, months);
  local.setUTCDate(local.getUTCDate() + days);
  return fromLocal(local.getTime(), timeZone);
}

/** The instant of a local time, both in milliseconds; NaN when it lies beyond all dates. */
function fromLocal(local: number, zone: string): number {
  return Number.isFinite(local) ? local - offsetOfLocal(zone, Math.floor(local / 1000)) * 1000 : NaN;
}

function addMonths(date: Date, months: number): void {
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
}

const instantPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?(\[[\w/+-]+\])?$/;

/** A date with time as an instant; without an offset it is local, in the zone it names. Null when the text is none. */
export function parseInstant(text: string): string | null {
  const match = instantPattern.exec(text.trim());
  if (match === null) return null;
  const [, local = '', offset, named] = match;
  if (offset !== undefined) return toInstant(Date.parse(`${local}${offset}`));
  const zone = named?.slice(1, -1) ?? timeZone;
  return isZoneName(zone) ? toInstant(fromLocal(Date.parse(`${local}Z`), zone)) : null;
}

function toInstant(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15
    ? new Date(milliseconds).toISOString()
    : null;
}

/**
 * `R3/PT1H`, `R/PT1H` (for ever), `R2/2026-01-01T00:00:00Z/P1D`, or cron, which is for ever; `repetitions` -1 is for
 * ever. `interval` is for `nextTime`.
 */
export interface Cycle {
  readonly repetitions: number;
  readonly start: string | null;
  readonly interval: string;
}

export function parseCycle(text: string): Cycle | null {
  if (parseCron(text) !== null) return { repetitions: -1, start: null, interval: text.trim() };
  const parts = text.trim().split('/');
  const [repeat = '', second = '', third] = parts;
  const count = /^R(\d*)$/.exec(repeat);
  const interval = third ?? second;
  if (count === null || parts.length > 3 || parseDuration(interval) === null) return null;
  const start = third === undefined ? null : parseInstant(second);
  if (third !== undefined && start === null) return null;
  return { repetitions: count[1] === '' ? -1 : Number(count[1]), start, interval };
}

/** The first time after the instant of what repeats: an ISO 8601 duration, or a cron expression. */
export function nextTime(instant: string, interval: string): string | null {
  const cron = parseCron(interval);
  return cron === null ? addDuration(instant, interval) : nextOfCron(cron, instant);
}
