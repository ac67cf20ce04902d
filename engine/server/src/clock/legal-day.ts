import { localDate } from './local-time.ts';

/** Legal dates and working days are days here (design decision 18). */
export const legalTimeZone = 'Europe/Chisinau';

/** The legal day of an instant, `YYYY-MM-DD`. */
export function legalDay(instant: Date): string {
  return localDate(instant, legalTimeZone);
}

/** Whole years between a birth date and a day, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether a text `YYYY-MM-DD` is a day of the calendar, from the year 1 on. */
export function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return text > '0001' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
