import { FeelContext, FeelFunction, FeelRange, isNumber } from './values.ts';
import type { FeelValue } from './values.ts';

/** A value as FEEL's `string` writes it: text as it is, and inside a list or context as a literal. */
export function formatValue(value: FeelValue): string {
  return typeof value === 'string' ? value : formatLiteral(value, 0);
}

function formatLiteral(value: FeelValue | undefined, depth: number): string {
  if (value === null || value === undefined || depth > 100) return 'null';
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (isNumber(value)) return value.isZero() ? '0' : value.toFixed();
  if (Array.isArray(value)) return `[${value.map((item) => formatLiteral(item, depth + 1)).join(', ')}]`;
  if (value instanceof FeelContext) return formatContext(value, depth);
  if (value instanceof FeelRange) return formatRange(value, depth);
  return value instanceof FeelFunction ? `function(${value.params.join(', ')})` : String(value);
}

function formatContext(context: FeelContext, depth: number): string {
  const entries = context.entries().map(([key, value]) => `${formatKey(key)}: ${formatLiteral(value, depth + 1)}`);
  return `{${entries.join(', ')}}`;
}

function formatKey(key: string): string {
  return /^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key) ? key : `"${key.replace(/["\\]/g, '\\$&')}"`;
}

function formatRange(range: FeelRange, depth: number): string {
  if (range.start === undefined) return `${range.endIncluded ? '<=' : '<'} ${formatLiteral(range.end, depth)}`;
  if (range.end === undefined) return `${range.startIncluded ? '>=' : '>'} ${formatLiteral(range.start, depth)}`;
  const [open, close] = [range.startIncluded ? '[' : '(', range.endIncluded ? ']' : ')'];
  return `${open}${formatLiteral(range.start, depth)}..${formatLiteral(range.end, depth)}${close}`;
}
