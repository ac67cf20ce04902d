const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = createFormat(zone);
  if (formats.size < 1000) formats.set(zone, made);
  return made;
}

function createFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      era: 'short',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** Whether the time zone database knows the name. Offsets such as `+02:00` are no names. */
export function isZoneName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_+/-]{0,60}$/.test(name) && formatOf(name) !== null;
}

/** A date beyond what the platform's calendar can tell takes the offset of the nearest one that it can. */
const LAST_SECOND = 8.64e12 - 86_400;

const MAX_OFFSETS = 5000;
const offsets = new Map<string, number>();

/** Seconds east of UTC in the zone at an instant (seconds from 1970). */
export function offsetAt(zone: string, epochSeconds: number): number {
  const key = `${epochSeconds} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MAX_OFFSETS) offsets.clear();
  const offset = findOffset(zone, epochSeconds);
  offsets.set(key, offset);
  return offset;
}

function findOffset(zone: string, epochSeconds: number): number {
  const format = formatOf(zone);
  if (!format) return 0;
  const instant = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, epochSeconds));
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(instant * 1000)) parts[part.type] = part.value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return local.getTime() / 1000 - Math.floor(instant);
}

/**
 * Seconds east of UTC for a local time (seconds from 1970 as if it were UTC). In the hour that a zone skips or
 * repeats it takes the offset before the change, as Java does.
 */
export function offsetOfLocal(zone: string, localSeconds: number): number {
  const before = offsetAt(zone, localSeconds - offsetAt(zone, localSeconds - 86_400));
  const earlier = offsetAt(zone, localSeconds - 86_400);
  if (offsetAt(zone, localSeconds - earlier) === earlier) return earlier;
  return offsetAt(zone, localSeconds - before) === before ? before : earlier;
}
