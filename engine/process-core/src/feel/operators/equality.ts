import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/calendar.ts';
import { FeelContext, FeelRange, isNumber, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { compare } from './comparison.ts';

/** Whether two values are equal; null where their kinds cannot be compared. Null equals only null. */
export function equals(left: FeelValue, right: FeelValue): boolean | null {
  if (left === null || right === null) return left === right;
  if (kindOf(left) !== kindOf(right)) return areZeroDurations(left, right) ? true : null;
  if (typeof left !== 'object') return left === right;
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(left, right);
  return equalObjects(left, right);
}

/** Equality as a list function needs it: what cannot be compared differs. */
export function same(left: FeelValue, right: FeelValue): boolean {
  return equals(left, right) === true;
}

function equalObjects(left: FeelValue, right: FeelValue): boolean | null {
  if (left instanceof FeelContext && right instanceof FeelContext) return equalContexts(left, right);
  if (left instanceof FeelRange && right instanceof FeelRange) return equalRanges(left, right);
  if (left instanceof FeelTime && right instanceof FeelTime) return equalTimes(left, right);
  if (isNumber(left) || isOrdered(left)) return compare(left, right) === 0;
  return left === right;
}

function isOrdered(value: FeelValue): boolean {
  return (
    value instanceof FeelDate ||
    value instanceof FeelDateTime ||
    value instanceof DaysTimeDuration ||
    value instanceof YearsMonthsDuration
  );
}

function areZeroDurations(left: FeelValue, right: FeelValue): boolean {
  return isZeroDuration(left) && isZeroDuration(right);
}

function isZeroDuration(value: FeelValue): boolean {
  if (value instanceof DaysTimeDuration) return value.nanos === 0n;
  return value instanceof YearsMonthsDuration && value.months === 0;
}

function equalTimes(left: FeelTime, right: FeelTime): boolean {
  return (left.zone === null) === (right.zone === null) && compare(left, right) === 0;
}

function equalLists(left: FeelValue[], right: FeelValue[]): boolean | null {
  if (left.length !== right.length) return false;
  let result: boolean | null = true;
  for (const [index, item] of left.entries()) {
    const equal = equals(item, right[index] ?? null);
    if (equal === false) return false;
    if (equal === null) result = null;
  }
  return result;
}

function equalContexts(left: FeelContext, right: FeelContext): boolean | null {
  const keys = left.keys();
  if (keys.length !== right.keys().length || !keys.every((key) => right.has(key))) return false;
  return equalLists(
    keys.map((key) => left.get(key) ?? null),
    keys.map((key) => right.get(key) ?? null),
  );
}

function equalRanges(left: FeelRange, right: FeelRange): boolean {
  return (
    left.startIncluded === right.startIncluded &&
    left.endIncluded === right.endIncluded &&
    sameBound(left.start, right.start) &&
    sameBound(left.end, right.end)
  );
}

/** An open end is another thing than an end at null. */
function sameBound(left: FeelValue | undefined, right: FeelValue | undefined): boolean {
  return left === undefined || right === undefined ? left === right : same(left, right);
}
