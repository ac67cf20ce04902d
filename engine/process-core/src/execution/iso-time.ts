/** ISO 8601 durations, instants and repeating intervals, as BPMN timers write them. All arithmetic is in UTC. */
interface Duration {
  readonly sign: 1 | -1;
  readonly months: number;
  readonly milliseconds: number;
}

const durationPattern =
  /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

function parseDuration(text: string): Duration | null {
  const match = durationPattern.exec(text.trim());
  if (match === null) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const wholeDays = (weeks ?? 0) * 7 + (days ?? 0);
  const wholeMinutes = (wholeDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
  return {
    sign: match[1] === undefined ? 1 : -1,
    months: (years ?? 0) * 12 + (months ?? 0),
    milliseconds: Math.round((wholeMinutes * 60 + (seconds ?? 0)) * 1000),
  };
}

/** `instant` plus an ISO 8601 duration; null when the text is no duration. Months keep the day where they can. */
export function addDuration(instant: string, text: string): string | null {
  const duration = parseDuration(text);
  if (duration === null) return null;
  const date = new Date(instant);
  if (duration.months > 0) addMonths(date, duration.sign * duration.months);
  return toInstant(date.getTime() + duration.sign * duration.milliseconds);
}

function addMonths(date: Date, months: number): void {
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
}

const instantPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?(\[[\w/+-]+\])?$/;

/** A date with time as an instant; without an offset it is UTC. Null when the text is none. */
export function parseInstant(text: string): string | null {
  const match = instantPattern.exec(text.trim());
  if (match === null) return null;
  return toInstant(Date.parse(`${match[1] ?? ''}${match[2] ?? 'Z'}`));
}

function toInstant(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) <= 8.64e15
    ? new Date(milliseconds).toISOString()
    : null;
}

/** `R3/PT1H`, `R/PT1H` (for ever) or `R2/2026-01-01T00:00:00Z/P1D`; `repetitions` -1 is for ever. */
export interface Cycle {
  readonly repetitions: number;
  readonly start: string | null;
  readonly interval: string;
}

export function parseCycle(text: string): Cycle | null {
  const parts = text.trim().split('/');
  const [repeat = '', second = '', third] = parts;
  const count = /^R(\d*)$/.exec(repeat);
  const interval = third ?? second;
  if (count === null || parts.length > 3 || parseDuration(interval) === null) return null;
  const start = third === undefined ? null : parseInstant(second);
  if (third !== undefined && start === null) return null;
  return { repetitions: count[1] === '' ? -1 : Number(count[1]), start, interval };
}
