import { Decimal as DecimalJs } from 'decimal.js';

/**
 * FEEL's number: decimal128 as IEEE 754-2008 has it, 34 digits, half-even.
 * The exponents are bounded, so that no number grows into megabytes when written out.
 */
export const Decimal = DecimalJs.clone({
  precision: 34,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  minE: -6176,
  maxE: 6144,
  toExpNeg: -6200,
  toExpPos: 6200,
});
export type Decimal = DecimalJs;

/** A decimal of at most 34 digits, or null where the text is no finite number. */
export function toDecimal(value: string | number): Decimal | null {
  // the shortest digits of a double are never more than 17
  const parsed = typeof value === 'number' ? new Decimal(value) : new Decimal(value).toSignificantDigits(34);
  return parsed.isFinite() ? parsed : null;
}

/** Infinity and NaN have no place in FEEL: they are null. */
export function finite(value: Decimal): Decimal | null {
  return value.isFinite() ? value : null;
}
