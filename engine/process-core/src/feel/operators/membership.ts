import { FeelRange } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { inRange } from './comparison.ts';
import { equals } from './equality.ts';
import type { Comparing } from './equality.ts';

/** `value in test`: within the range, an element of the list or satisfying one of its ranges, or equal. */
export function contains(test: FeelValue, value: FeelValue, run: Comparing): boolean | null {
  if (test instanceof FeelRange) {
    return value instanceof FeelRange ? equals(value, test, run) : inRange(value, test);
  }
  if (!Array.isArray(test)) return equals(value, test, run);
  run.step(test.length >> 3);
  if (Array.isArray(value) && equals(value, test, run) === true) return true;
  return anyOf(test, (item) =>
    item instanceof FeelRange ? contains(item, value, run) : equals(value, item, run) === true,
  );
}

/** True when one is true; otherwise null when one is unknown. */
export function anyOf<T>(items: readonly T[], test: (item: T) => boolean | null): boolean | null {
  let result: boolean | null = false;
  for (const item of items) {
    const outcome = test(item);
    if (outcome === true) return true;
    if (outcome === null) result = null;
  }
  return result;
}
