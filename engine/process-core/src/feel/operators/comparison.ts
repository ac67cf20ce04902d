import { FeelDate, FeelDateTime, FeelTime, NANOS } from '../temporal/calendar.ts';
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import { isNumber } from '../values.ts';
import type { FeelValue, FeelRange } from '../values.ts';

/** Less than 0, 0 or more than 0; null where the values have no order between them. */
export function compare(left: FeelValue, right: FeelValue): number | null {
  if (isNumber(left) && isNumber(right)) return left.cmp(right);
  if (typeof left === 'string' && typeof right === 'string') return left === right ? 0 : compareText(left, right);
  if (left instanceof FeelDate && right instanceof FeelDate) return left.epochDay - right.epochDay;
  if (left instanceof FeelDateTime && right instanceof FeelDateTime) {
    return alike(left.time, right.time) ? sign(left.epochNanos - right.epochNanos) : null;
  }
  if (left instanceof FeelTime && right instanceof FeelTime) {
    return alike(left, right) ? sign(utcNanos(left) - utcNanos(right)) : null;
  }
  if (left instanceof DaysTimeDuration && right instanceof DaysTimeDuration) return sign(left.nanos - right.nanos);
  if (left instanceof YearsMonthsDuration && right instanceof YearsMonthsDuration) return left.months - right.months;
  return null;
}

/** By code points, so that characters beyond the basic plane come last. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** The place of a UTF-16 unit in the order of code points: the halves of pairs stand behind all others. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** A local time and one with a zone have no order between them. */
function alike(left: FeelTime, right: FeelTime): boolean {
  return (left.zone === null) === (right.zone === null);
}

function sign(value: bigint): number {
  if (value === 0n) return 0;
  return value < 0n ? -1 : 1;
}

function utcNanos(time: FeelTime): bigint {
  return time.nanoOfDay - BigInt(time.offset ?? 0) * NANOS;
}

export type ComparisonOperator = '<' | '<=' | '>' | '>=';

export function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Whether the value lies in the range; null where it cannot be compared with its bounds. */
export function inRange(value: FeelValue, range: FeelRange): boolean | null {
  const above = range.start === undefined ? 1 : compare(value, range.start);
  const below = range.end === undefined ? -1 : compare(value, range.end);
  if (above === null || below === null) return null;
  return (above > 0 || (above === 0 && range.startIncluded)) && (below < 0 || (below === 0 && range.endIncluded));
}
