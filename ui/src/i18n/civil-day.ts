/** Legal days are days of this zone, wherever the browser stands. */
export const timeZone = 'Europe/Chisinau';

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The civil day of an instant, `YYYY-MM-DD`. */
export function civilDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Full years of age on `day`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
