import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { DeadlineStep } from '@esocial/contracts/generated/api-deadlines-view.ts';
import { addDays, instantOf, isoWeekday, localDate, offsetMinutes } from '../clock/local-time.ts';

export type DeadlineUnit = DeadlineRuleFile['unit'];

export interface TimeSpan {
  readonly amount: number;
  readonly unit: DeadlineUnit;
}

/** A due date with the arithmetic that leads to it. */
export interface DueDate {
  readonly dueAt: Date;
  readonly steps: readonly DeadlineStep[];
}

type WorkingCalendar = Pick<
  CalendarFile,
  'timeZone' | 'workingHours' | 'workingDays' | 'holidays' | 'extraWorkingDays'
>;

const HOUR_MS = 3_600_000;
/** More than 25 years of days: a calendar without working days must not count for ever. */
const MAX_DAYS = 10_000;

/** What a day is by the calendar. An extra working day wins over a holiday, a holiday over the weekday. */
export function dayKind(calendar: WorkingCalendar, date: string): 'working' | 'extra' | 'holiday' | 'weekend' {
  if (calendar.extraWorkingDays.some((day) => day.date === date)) return 'extra';
  if (calendar.holidays.some((day) => day.date === date)) return 'holiday';
  return calendar.workingDays.includes(isoWeekday(date)) ? 'working' : 'weekend';
}

export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  const kind = dayKind(calendar, date);
  return kind === 'working' || kind === 'extra';
}

/**
 * When a time span that starts at an instant ends.
 * Hours run around the clock. Days are counted from the day after the start, as the law counts them; the last one
 * ends with its working hours. A span of calendar days that would end on a day off ends on the next working day.
 */
export function dueDate(startedAt: Date, span: TimeSpan, calendar: WorkingCalendar): DueDate {
  const started: DeadlineStep = { at: startedAt.toISOString(), code: 'started' };
  if (span.unit === 'hours') return afterHours(startedAt, span.amount, calendar, started);
  const steps = [started];
  const days = Math.ceil(span.amount);
  const start = localDate(startedAt, calendar.timeZone);
  const last =
    span.unit === 'workingDays'
      ? countWorkingDays(start, days, calendar, steps)
      : endOfCalendarDays(start, days, calendar, steps);
  const dueAt = instantOf(last, calendar.workingHours.to, calendar.timeZone);
  steps.push({ date: last, at: dueAt.toISOString(), code: 'due' });
  return { dueAt, steps };
}

function afterHours(startedAt: Date, hours: number, calendar: WorkingCalendar, started: DeadlineStep): DueDate {
  const dueAt = new Date(startedAt.getTime() + hours * HOUR_MS);
  const change = offsetMinutes(dueAt, calendar.timeZone) - offsetMinutes(startedAt, calendar.timeZone);
  const steps = [started];
  if (change !== 0) steps.push({ code: 'clockChange', params: { minutes: change } });
  steps.push({ at: dueAt.toISOString(), code: 'due' });
  return { dueAt, steps };
}

function countWorkingDays(start: string, days: number, calendar: WorkingCalendar, steps: DeadlineStep[]): string {
  let date = start;
  for (let counted = 0, walked = 0; counted < days && walked < MAX_DAYS; walked += 1) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) counted += 1;
    steps.push(explainDay(calendar, date, counted));
  }
  return date;
}

function endOfCalendarDays(start: string, days: number, calendar: WorkingCalendar, steps: DeadlineStep[]): string {
  let date = addDays(start, days);
  steps.push({ date, code: 'counted', params: { count: days } });
  for (let walked = 0; !isWorkingDay(calendar, date) && walked < MAX_DAYS; walked += 1) {
    steps.push(explainDay(calendar, date, days));
    date = addDays(date, 1);
  }
  return date;
}

function explainDay(calendar: WorkingCalendar, date: string, count: number): DeadlineStep {
  switch (dayKind(calendar, date)) {
    case 'working':
      return { date, code: 'counted', params: { count } };
    case 'extra':
      return {
        date,
        code: 'extraWorkingDay',
        params: { count, reason: calendar.extraWorkingDays.find((day) => day.date === date)?.reason },
      };
    case 'holiday':
      return {
        date,
        code: 'skippedHoliday',
        params: { name: calendar.holidays.find((day) => day.date === date)?.name },
      };
    case 'weekend':
      return { date, code: 'skippedWeekend' };
  }
}

/** The instant from which on no more than `remaining` of the unit is left; not before the start. */
export function atRiskFrom(startedAt: Date, dueAt: Date, remaining: TimeSpan, calendar: WorkingCalendar): Date {
  const from = new Date(Math.min(backFrom(dueAt, remaining, calendar).getTime(), dueAt.getTime()));
  return from < startedAt ? startedAt : from;
}

function backFrom(dueAt: Date, { amount, unit }: TimeSpan, calendar: WorkingCalendar): Date {
  if (unit === 'hours') return new Date(dueAt.getTime() - amount * HOUR_MS);
  let date = localDate(dueAt, calendar.timeZone);
  const days = Math.ceil(amount);
  if (unit === 'calendarDays') return instantOf(addDays(date, -days), calendar.workingHours.to, calendar.timeZone);
  for (let counted = 0, walked = 0; counted < days && walked < MAX_DAYS; walked += 1) {
    date = addDays(date, -1);
    if (isWorkingDay(calendar, date)) counted += 1;
  }
  return instantOf(date, calendar.workingHours.to, calendar.timeZone);
}

/** How much of the unit is left; negative when overdue. Hours to one decimal, days whole (today is not counted). */
export function remainingTime(now: Date, dueAt: Date, unit: DeadlineUnit, calendar: WorkingCalendar): TimeSpan {
  if (unit === 'hours') return { amount: Math.round(((dueAt.getTime() - now.getTime()) / HOUR_MS) * 10) / 10, unit };
  const [today, due] = [localDate(now, calendar.timeZone), localDate(dueAt, calendar.timeZone)];
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let days = 0;
  for (let date = from, walked = 0; date < to && walked < MAX_DAYS; walked += 1) {
    date = addDays(date, 1);
    if (unit === 'calendarDays' || isWorkingDay(calendar, date)) days += 1;
  }
  return { amount: days === 0 ? 0 : sign * days, unit };
}
