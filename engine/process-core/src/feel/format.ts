import { DEFAULT_LIMITS, FeelLimitError } from './limits.ts';
import { FeelContext, FeelFunction, FeelRange, isNumber } from './values.ts';
import type { FeelValue } from './values.ts';

/** `standard` writes `{a: 1}` and escapes quotes; `zeebe` writes `{a:1}`, escapes nothing and leaves functions out. */
export type TextNotation = 'standard' | 'zeebe';

/**
 * A value as FEEL's `string` writes it: text as it is, and inside a list or context as a literal. Throws
 * `FeelLimitError` as soon as there are more characters than allowed.
 */
export function formatValue(
  value: FeelValue,
  notation: TextNotation = 'standard',
  maximum: number = DEFAULT_LIMITS.stringSize,
): string {
  return typeof value === 'string' ? value : new ValueWriter(notation, maximum).write(value, 0);
}

/** Counts what it writes, since one list may stand a million times in another. */
class ValueWriter {
  #size = 0;

  constructor(
    readonly notation: TextNotation,
    readonly maximum: number,
  ) {}

  write(value: FeelValue | undefined, depth: number): string {
    if (value === null || value === undefined || depth > 100) return this.#counted('null');
    if (typeof value === 'string') return this.#counted(this.#quoted(value));
    if (isNumber(value)) return this.#number(value);
    if (Array.isArray(value)) return this.#list(value, depth);
    if (value instanceof FeelContext) return this.#context(value, depth);
    if (value instanceof FeelRange) return this.#range(value, depth);
    return this.#counted(value instanceof FeelFunction ? `function(${value.params.join(', ')})` : String(value));
  }

  #list(value: readonly FeelValue[], depth: number): string {
    this.#grow(2);
    return `[${value.map((item) => this.write(item, depth + 1)).join(', ')}]`;
  }

  #counted(text: string): string {
    this.#grow(text.length);
    return text;
  }

  #grow(length: number): void {
    this.#size += length;
    if (this.#size > this.maximum) throw new FeelLimitError('stringSize', this.maximum);
  }

  #quoted(text: string): string {
    return this.notation === 'zeebe' ? `"${text}"` : `"${text.replace(/["\\]/g, '\\$&')}"`;
  }

  /** The digits are counted before they are written, as there may be thousands. */
  #number(value: Extract<FeelValue, { toFixed: () => string }>): string {
    if (value.isZero()) return this.#counted('0');
    this.#grow(1 + Math.abs(value.e));
    return value.toFixed();
  }

  #context(context: FeelContext, depth: number): string {
    this.#grow(2);
    const entries = context.entries().flatMap(([key, value]) => {
      if (this.notation === 'standard') return [`${this.#counted(formatKey(key))}: ${this.write(value, depth + 1)}`];
      return value instanceof FeelFunction ? [] : [`${this.#counted(key)}:${this.write(value, depth + 1)}`];
    });
    return `{${entries.join(', ')}}`;
  }

  #range(range: FeelRange, depth: number): string {
    if (range.start === undefined) return `${range.endIncluded ? '<=' : '<'} ${this.write(range.end, depth)}`;
    if (range.end === undefined) return `${range.startIncluded ? '>=' : '>'} ${this.write(range.start, depth)}`;
    const [open, close] = [range.startIncluded ? '[' : '(', range.endIncluded ? ']' : ')'];
    return `${open}${this.write(range.start, depth)}..${this.write(range.end, depth)}${close}`;
  }
}

function formatKey(key: string): string {
  return /^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key) ? key : `"${key.replace(/["\\]/g, '\\$&')}"`;
}
