import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/calendar.ts';
import { FeelContext, FeelRange, isNumber, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';
import type { Dialect } from '../run.ts';
import { compare } from './comparison.ts';

/** What equality depends on, and where its work is counted: an evaluation. */
export interface Comparing {
  dialect: Dialect;
  step: (count?: number) => void;
}

/**
 * Whether two values are equal; null where their kinds cannot be compared. Null equals only null. On Zeebe lists and
 * contexts with members that cannot be compared differ, and so do moments that are the same in two zones.
 */
export function equals(left: FeelValue, right: FeelValue, run: Comparing): boolean | null {
  if (left === null || right === null) return left === right;
  if (kindOf(left) !== kindOf(right)) return areZeroDurations(left, right) ? true : null;
  if (typeof left === 'string') run.step(left.length >> 10);
  if (typeof left !== 'object') return left === right;
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(left, right, run);
  return equalObjects(left, right, run);
}

/** Equality as a list function needs it: what cannot be compared differs. */
export function same(left: FeelValue, right: FeelValue, run: Comparing): boolean {
  return equals(left, right, run) === true;
}

function equalObjects(left: FeelValue, right: FeelValue, run: Comparing): boolean | null {
  if (left instanceof FeelContext && right instanceof FeelContext) return equalContexts(left, right, run);
  if (left instanceof FeelRange && right instanceof FeelRange) return equalRanges(left, right, run);
  if (!isNumber(left) && !isOrdered(left)) return left === right;
  const order = compare(left, right);
  return order === null ? null : order === 0 && (run.dialect === 'dmn' || sameZones(left, right));
}

function sameZones(left: FeelValue, right: FeelValue): boolean {
  const [one, other] = [timeOf(left), timeOf(right)];
  return one?.zone?.name === other?.zone?.name && one?.zone?.offset === other?.zone?.offset;
}

function timeOf(value: FeelValue): FeelTime | undefined {
  if (value instanceof FeelTime) return value;
  return value instanceof FeelDateTime ? value.time : undefined;
}

function isOrdered(value: FeelValue): boolean {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
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

function equalLists(left: FeelValue[], right: FeelValue[], run: Comparing): boolean | null {
  if (left.length !== right.length) return false;
  run.step(left.length);
  let result: boolean | null = true;
  for (const [index, item] of left.entries()) {
    const equal = equals(item, right[index] ?? null, run);
    if (equal === false || (equal === null && run.dialect === 'zeebe')) return false;
    if (equal === null) result = null;
  }
  return result;
}

function equalContexts(left: FeelContext, right: FeelContext, run: Comparing): boolean | null {
  const keys = left.keys();
  run.step((keys.length + right.size) >> 3);
  if (keys.length !== right.size || !keys.every((key) => right.has(key))) return false;
  return equalLists(
    keys.map((key) => left.get(key) ?? null),
    keys.map((key) => right.get(key) ?? null),
    run,
  );
}

function equalRanges(left: FeelRange, right: FeelRange, run: Comparing): boolean {
  return (
    left.startIncluded === right.startIncluded &&
    left.endIncluded === right.endIncluded &&
    sameBound(left.start, right.start, run) &&
    sameBound(left.end, right.end, run)
  );
}

/** An open end is another thing than an end at null. */
function sameBound(left: FeelValue | undefined, right: FeelValue | undefined, run: Comparing): boolean {
  return left === undefined || right === undefined ? left === right : same(left, right, run);
}
