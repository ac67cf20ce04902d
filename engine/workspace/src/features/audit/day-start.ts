import { timeZone } from '@esocial/ui/i18n/civil-day.ts';

const offsetFormat = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
const hour = 3_600_000;

/** The instant at which a day `YYYY-MM-DD` begins in Chisinau; undefined for anything else. */
export function dayStart(day: string | undefined, daysLater = 0): string | undefined {
  const utc = Date.parse(`${day}T00:00:00Z`) + daysLater * 24 * hour;
  if (day?.length !== 10 || Number.isNaN(utc)) return undefined;
  // Clocks change at night after this moment, so the offset is that of the day's beginning.
  const beginning = new Date(utc - 2 * hour);
  const offset = offsetFormat
    .formatToParts(beginning)
    .find((part) => part.type === 'timeZoneName')
    ?.value.slice(3);
  return new Date(`${new Date(utc).toISOString().slice(0, 10)}T00:00:00${offset}`).toISOString();
}
