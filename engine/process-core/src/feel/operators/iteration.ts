import type { Decimal } from '../decimal.ts';
import type { Run, Scope } from '../run.ts';
import { FeelDate } from '../temporal/calendar.ts';
import { isNumber } from '../values.ts';
import type { FeelRange, FeelValue } from '../values.ts';

/**
 * Visits every combination of the iterators' items, the last one running fastest, until a visit answers false.
 * Null where an iterator has nothing to iterate over.
 */
export function iterate(
  scope: Scope,
  iterators: readonly { name: string; items: (scope: Scope) => readonly FeelValue[] | null }[],
  visit: (scope: Scope) => boolean,
  index = 0,
): boolean | null {
  const iterator = iterators[index];
  if (!iterator) return visit(scope);
  const items = iterator.items(scope);
  if (items === null) return null;
  for (const item of items) {
    scope.run.step();
    const inner = scope.with((name) => (name === iterator.name ? item : undefined));
    const outcome = iterate(inner, iterators, visit, index + 1);
    if (outcome !== true) return outcome;
  }
  return true;
}

/** The whole numbers or days of a closed range, downwards where it is given so; null where there are none. */
export function rangeItems(run: Run, range: FeelRange): FeelValue[] | null {
  const { start, end } = range;
  if (isNumber(start) && isNumber(end) && start.isInteger() && end.isInteger()) {
    return count(run, range, end.minus(start).toNumber(), (offset) => start.plus(offset));
  }
  if (!(start instanceof FeelDate) || !(end instanceof FeelDate)) return null;
  return count(run, range, end.epochDay - start.epochDay, (offset) => FeelDate.ofEpochDay(start.epochDay + offset));
}

function count(run: Run, range: FeelRange, distance: number, item: (offset: number) => FeelValue): FeelValue[] {
  run.listOfSize(Math.abs(distance) + 1);
  run.step(Math.abs(distance) >> 2);
  const direction = distance < 0 ? -1 : 1;
  const offsets = Array.from({ length: Math.abs(distance) + 1 }, (_, index) => index * direction);
  if (!range.startIncluded) offsets.shift();
  if (!range.endIncluded) offsets.pop();
  return offsets.map(item);
}

/** A whole number that fits an index, or null. */
export function toIndex(value: Decimal): number | null {
  return value.isInteger() && value.abs().lt(Number.MAX_SAFE_INTEGER) ? value.toNumber() : null;
}
