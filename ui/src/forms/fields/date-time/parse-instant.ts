import { parseTypedDate } from '@esocial/form-core/calendar-date.ts';
import { parseTime } from '../time/parse-time.ts';

const zone = 'Europe/Chisinau';

/** Reads "12.03.2026, 14:30" on the clock of Chișinău as an instant in UTC; undefined when it is no such text. */
export function parseInstant(text: string): string | undefined {
  const match = /^(\S+)[,\s]+(\S+)$/.exec(text.trim());
  const date = match && parseTypedDate(match[1]!.replace(/,$/, ''));
  const time = match && parseTime(match[2]!);
  if (!date || !time) return undefined;
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString().replace('.000Z', 'Z');
}

/** How far the clock of Chișinău is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
  const options = {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const;
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(instant / 1000) * 1000
  );
}
