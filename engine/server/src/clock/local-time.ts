const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...digits });
    formats.set(timeZone, format);
  }
  return format;
}

const QUARTER_HOUR_MS = 900_000;
const MAX_OFFSETS = 10_000;
const offsets = new Map<string, number>();

/**
 * The wall clock of a zone at an instant, as if it were UTC, in milliseconds. Zones change their clocks at quarters of
 * an hour, so the offset is kept by those: asking Intl is slow, and every deadline asks several times.
 */
function wallClock(instant: Date, timeZone: string): number {
  const second = Math.floor(instant.getTime() / 1000) * 1000;
  const key = `${Math.floor(second / QUARTER_HOUR_MS)} ${timeZone}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MAX_OFFSETS) offsets.clear();
    offset = formattedClock(instant, timeZone) - second;
    offsets.set(key, offset);
  }
  return second + offset;
}

function formattedClock(instant: Date, timeZone: string): number {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Minutes by which the zone is ahead of UTC at an instant. */
export function offsetMinutes(instant: Date, timeZone: string): number {
  return Math.round((wallClock(instant, timeZone) - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
}

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export function localDate(instant: Date, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant of a wall-clock time (`HH:MM`) of a day in a zone. A time that the spring change skips is the instant
 * of the change moved on by as much; of a time that comes twice in autumn it is the first.
 */
export function instantOf(date: string, time: string, timeZone: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = offsetMinutes(new Date(wall - 86_400_000), timeZone);
  const after = offsetMinutes(new Date(wall + 86_400_000), timeZone);
  const candidates = [before, after].map((offset) => new Date(wall - offset * 60_000));
  return candidates.find((instant) => wallClock(instant, timeZone) === wall) ?? new Date(wall - before * 60_000);
}

/** The day `days` later, in the calendar. */
export function addDays(date: string, days: number): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + days);
  return next.toISOString().slice(0, 10);
}

/** ISO weekday, 1 is Monday. */
export function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
