import { civilDay, daysBetween } from './civil-day.ts';

/** A message key of namespace `ui` with its values. */
export interface Phrase {
  key: string;
  values: Record<string, string | number>;
}

const minute = 60_000;

/**
 * The distance from `now` to `at` as people say it: within the hour in minutes, the same and the
 * neighbouring days by name, further away in days.
 */
export function distanceInWords(at: Date, now: Date): Phrase {
  const minutes = Math.round((at.getTime() - now.getTime()) / minute);
  if (minutes === 0) return { key: 'distance.now', values: {} };
  if (minutes > 0 && minutes < 60) return { key: 'distance.inMinutes', values: { count: minutes } };
  if (minutes < 0 && minutes > -60) return { key: 'distance.minutesAgo', values: { count: -minutes } };
  const days = daysBetween(civilDay(now), civilDay(at));
  const byName: Record<number, string> = { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' };
  const name = byName[days];
  if (name) return { key: `distance.${name}`, values: {} };
  return days > 0
    ? { key: 'distance.inDays', values: { count: days } }
    : { key: 'distance.daysAgo', values: { count: -days } };
}
