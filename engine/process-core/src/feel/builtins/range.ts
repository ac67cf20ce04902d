import { compare } from '../operators/comparison.ts';
import { FeelRange } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { define } from './signature.ts';
import type { Signature } from './signature.ts';

/** A range with both its bounds; a point is the closed range of itself. */
interface Span {
  start: FeelValue;
  startIncluded: boolean;
  end: FeelValue;
  endIncluded: boolean;
}

/** Thrown inside where two bounds have no order, so that the built-in does not fit. */
class Incomparable extends Error {}

function order(left: FeelValue, right: FeelValue): number {
  const result = compare(left, right);
  if (result === null) throw new Incomparable();
  return result;
}

function spanOf(value: FeelValue): Span {
  if (!(value instanceof FeelRange)) return { start: value, startIncluded: true, end: value, endIncluded: true };
  const { start = null, startIncluded, end = null, endIncluded } = value;
  return { start, startIncluded, end, endIncluded };
}

function before(a: Span, b: Span): boolean {
  const gap = order(a.end, b.start);
  return gap < 0 || (gap === 0 && !(a.endIncluded && b.startIncluded));
}

function meets(a: Span, b: Span): boolean {
  return a.endIncluded && b.startIncluded && order(a.end, b.start) === 0;
}

function overlaps(a: Span, b: Span): boolean {
  return !before(a, b) && !before(b, a);
}

/** Less than 0 where `a` starts first. */
function startOrder(a: Span, b: Span): number {
  return order(a.start, b.start) || Number(b.startIncluded) - Number(a.startIncluded);
}

/** Less than 0 where `a` ends first. */
function endOrder(a: Span, b: Span): number {
  return order(a.end, b.end) || Number(a.endIncluded) - Number(b.endIncluded);
}

function overlapsBefore(a: Span, b: Span): boolean {
  return overlaps(a, b) && startOrder(a, b) < 0 && endOrder(a, b) <= 0;
}

function finishes(a: Span, b: Span): boolean {
  return endOrder(a, b) === 0 && startOrder(a, b) >= 0;
}

function starts(a: Span, b: Span): boolean {
  return startOrder(a, b) === 0 && endOrder(a, b) <= 0;
}

function includes(a: Span, b: Span): boolean {
  return startOrder(a, b) <= 0 && endOrder(a, b) >= 0;
}

function coincides(a: Span, b: Span): boolean {
  return startOrder(a, b) === 0 && endOrder(a, b) === 0;
}

type Relation = (a: Span, b: Span) => boolean;

function relation(name: string, first: string, second: string, holds: Relation): Signature {
  return define(name, [first, second], (run, left: FeelValue, right: FeelValue) => {
    if (run.dialect === 'zeebe' && (typeof left === 'string' || typeof right === 'string')) return undefined;
    try {
      return holds(spanOf(left), spanOf(right));
    } catch (error) {
      if (error instanceof Incomparable) return undefined;
      throw error;
    }
  });
}

const POINT = 'point: point';
const RANGE = 'range: range';
const [FIRST, SECOND] = ['range1: range', 'range2: range'];

/** A relation between two points, a point and a range, a range and a point, or two ranges. */
function anyRelation(name: string, holds: Relation): Signature[] {
  return [
    relation(name, 'point1: point', 'point2: point', holds),
    relation(name, POINT, RANGE, holds),
    relation(name, RANGE, POINT, holds),
    relation(name, FIRST, SECOND, holds),
  ];
}

function flip(holds: Relation): Relation {
  return (a, b) => holds(b, a);
}

export const RANGE_BUILTINS: readonly Signature[] = [
  ...anyRelation('before', before),
  ...anyRelation('after', flip(before)),
  relation('meets', FIRST, SECOND, meets),
  relation('met by', FIRST, SECOND, flip(meets)),
  relation('overlaps', FIRST, SECOND, overlaps),
  relation('overlaps before', FIRST, SECOND, overlapsBefore),
  relation('overlaps after', FIRST, SECOND, flip(overlapsBefore)),
  relation('finishes', POINT, RANGE, finishes),
  relation('finishes', FIRST, SECOND, finishes),
  relation('finished by', RANGE, POINT, flip(finishes)),
  relation('finished by', FIRST, SECOND, flip(finishes)),
  relation('includes', RANGE, POINT, includes),
  relation('includes', FIRST, SECOND, includes),
  relation('during', POINT, RANGE, flip(includes)),
  relation('during', FIRST, SECOND, flip(includes)),
  relation('starts', POINT, RANGE, starts),
  relation('starts', FIRST, SECOND, starts),
  relation('started by', RANGE, POINT, flip(starts)),
  relation('started by', FIRST, SECOND, flip(starts)),
  relation('coincides', 'point1: point', 'point2: point', coincides),
  relation('coincides', FIRST, SECOND, coincides),
];
