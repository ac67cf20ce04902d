const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d)(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that the calendar has, as yyyy-mm-dd. */
export function isCalendarDate(text: string): boolean {
  const match = datePattern.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function isDay(year: number, month: number, day: number): boolean {
  const days = month === 2 && isLeapYear(year) ? 29 : daysOfMonth[month - 1];
  return year > 0 && days !== undefined && day >= 1 && day <= days;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True for hh:mm or hh:mm:ss, with or without an offset. */
export function isClockTime(text: string): boolean {
  return timePattern.test(text);
}

/** True for an instant of RFC 3339, which always has an offset. */
export function isInstant(text: string): boolean {
  const separator = text.search(/[Tt]/);
  const time = text.slice(separator + 1).toUpperCase();
  return (
    separator === 10 &&
    isCalendarDate(text.slice(0, 10)) &&
    timePattern.test(time) &&
    /^\d\d:\d\d:\d\d/.test(time) &&
    /(Z|[+-]\d\d:\d\d)$/.test(time)
  );
}

/** Reads dd.mm.yyyy as people type it (also d.m.yyyy, with / - or spaces, or yyyy-mm-dd); undefined when no such day is. */
export function parseTypedDate(text: string): string | undefined {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return trimmed;
  const match = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  if (!match) return undefined;
  const date = `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** Writes yyyy-mm-dd as dd.mm.yyyy; anything else stays as it is. */
export function formatDate(date: string): string {
  const match = datePattern.exec(date);
  return match ? `${match[3]}.${match[2]}.${match[1]}` : date;
}
