import { toDecimal } from './decimal.ts';
import { DEFAULT_LIMITS, FeelLimitError } from './limits.ts';
import { FeelContext, isFeelObject } from './values.ts';
import type { FeelValue } from './values.ts';

/** JSON as FEEL sees it: numbers become decimals, strings stay strings, objects are converted entry by entry. */
export function fromJson(value: unknown, depth = 0): FeelValue {
  if (depth > DEFAULT_LIMITS.depth) throw new FeelLimitError('depth', DEFAULT_LIMITS.depth);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return toDecimal(value);
    case 'bigint':
      return toDecimal(value.toString());
    case 'object':
      return fromObject(value, depth);
    default:
      return null;
  }
}

function fromObject(value: object | null, depth: number): FeelValue {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => fromJson(item, depth + 1));
  if (isFeelObject(value)) return value;
  return new FeelContext(new Map(), value as Record<string, unknown>, (entry) => fromJson(entry, depth + 1));
}
