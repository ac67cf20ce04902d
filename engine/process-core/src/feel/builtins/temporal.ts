import { Decimal } from '../decimal.ts';
import type { Run } from '../run.ts';
import { FeelDate, FeelDateTime, daysInMonth, toEpochDay } from '../temporal/calendar.ts';
import { YearsMonthsDuration } from '../temporal/duration.ts';
import { parseDateTime } from '../temporal/parse.ts';
import { define } from './signature.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const known = new WeakMap<Run, FeelDateTime>();

/** The same moment however often an evaluation asks for it. */
function now(run: Run): FeelDateTime | undefined {
  const value = known.get(run) ?? momentOf(run);
  if (value) known.set(run, value);
  return value;
}

function momentOf(run: Run): FeelDateTime | undefined {
  const instant = run.now === undefined ? null : parseDateTime(run.now, 'zeebe');
  return (instant && FeelDateTime.ofEpochNanos(instant.epochNanos, { name: run.timeZone })) ?? undefined;
}

function dateOf(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDate ? value : value.date;
}

/** The week as ISO 8601 counts it: week 1 holds the year's first Thursday. */
function weekOfYear(date: FeelDate): number {
  const thursday = FeelDate.ofEpochDay(date.epochDay + 4 - date.weekday) ?? date;
  return Math.floor((thursday.epochDay - toEpochDay(thursday.year, 1, 1)) / 7) + 1;
}

function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): YearsMonthsDuration | undefined {
  const [start, end] = [dateOf(from), dateOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const rest = end.day - start.day || timeOf(to) - timeOf(from);
  const whole = months > 0 && rest < 0 ? months - 1 : months < 0 && rest > 0 ? months + 1 : months;
  return YearsMonthsDuration.of(whole) ?? undefined;
}

function timeOf(value: FeelDate | FeelDateTime): number {
  return value instanceof FeelDateTime ? Number(value.time.nanoOfDay) : 0;
}

const DATE = 'date: date|date and time';
type Day = FeelDate | FeelDateTime;

export const TEMPORAL_BUILTINS = [
  define('now', [], now),
  define('today', [], (run) => now(run)?.date),
  define('day of week', [DATE], (_, date: Day) => WEEKDAYS[dateOf(date).weekday - 1]),
  define('month of year', [DATE], (_, date: Day) => MONTHS[dateOf(date).month - 1]),
  define(
    'day of year',
    [DATE],
    (_, date: Day) => new Decimal(dateOf(date).epochDay - toEpochDay(dateOf(date).year, 1, 1) + 1),
  ),
  define('week of year', [DATE], (_, date: Day) => new Decimal(weekOfYear(dateOf(date)))),
  define('last day of month', [DATE], (_, date: Day) => {
    const { year, month } = dateOf(date);
    return new FeelDate(year, month, daysInMonth(year, month));
  }),
  define('years and months duration', ['from: date|date and time', 'to: date|date and time'], (_, from: Day, to: Day) =>
    monthsBetween(from, to),
  ),
];
