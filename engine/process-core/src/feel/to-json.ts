import type { Json } from '../types.ts';
import { DEFAULT_LIMITS, FeelLimitError } from './limits.ts';
import { formatOffset, FeelDateTime } from './temporal/calendar.ts';
import { FeelContext, FeelFunction, FeelRange, isNumber } from './values.ts';
import type { FeelValue } from './values.ts';

/**
 * A FEEL value as JSON, as Zeebe writes it: decimals as numbers, dates, times and durations as ISO strings (a named
 * zone as `2026-01-31T10:00:00+02:00[Europe/Chisinau]`). Ranges and functions, which JSON cannot say, are null.
 */
export function toJson(value: FeelValue, depth = 0): Json {
  if (depth > DEFAULT_LIMITS.depth) throw new FeelLimitError('depth', DEFAULT_LIMITS.depth);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  if (isNumber(value)) return jsonNumber(value.toNumber());
  if (value instanceof FeelContext) return contextToJson(value, depth);
  if (value instanceof FeelRange || value instanceof FeelFunction) return null;
  return value instanceof FeelDateTime ? dateTimeToJson(value) : value.toString();
}

function jsonNumber(value: number): Json {
  if (!Number.isFinite(value)) return null;
  return value === 0 ? 0 : value;
}

function contextToJson(context: FeelContext, depth: number): Json {
  return Object.fromEntries(context.entries().map(([key, entry]) => [key, toJson(entry, depth + 1)]));
}

function dateTimeToJson(value: FeelDateTime): string {
  const zone = value.time.zone;
  if (zone?.name === undefined) return value.toString();
  return `${value.date.toString()}T${value.time.localString()}${formatOffset(value.offset ?? 0)}[${zone.name}]`;
}
