import { Decimal, finite } from '../decimal.ts';
import { toIndex } from '../operators/iteration.ts';
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import type { FeelValue } from '../values.ts';
import { define } from './signature.ts';

type RoundingMode = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MIN_SCALE = -6111;
const MAX_SCALE = 6176;

function round(value: Decimal, scale: Decimal, mode: RoundingMode): Decimal | undefined {
  const places = toIndex(scale.trunc());
  if (places === null || places < MIN_SCALE || places > MAX_SCALE) return undefined;
  if (places >= 0) return value.toDecimalPlaces(places, mode);
  const unit = new Decimal(10).pow(-places);
  return value.div(unit).toDecimalPlaces(0, mode).times(unit);
}

function rounding(name: string, mode: RoundingMode) {
  return define(name, ['n: number', 'scale: number'], (_, value: Decimal, scale: Decimal) => round(value, scale, mode));
}

function roundingWithDefault(name: string, mode: RoundingMode) {
  return define(name, ['n: number', 'scale?: number'], (_, value: Decimal, scale: Decimal = new Decimal(0)) =>
    round(value, scale, mode),
  );
}

/** The remainder with the sign of the divisor. */
function modulo(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  if (divisor.isZero()) return undefined;
  const rest = dividend.mod(divisor);
  return rest.isZero() || rest.isNegative() === divisor.isNegative() ? rest : rest.plus(divisor);
}

function absolute(value: FeelValue): FeelValue | undefined {
  if (value instanceof Decimal) return value.abs();
  if (value instanceof DaysTimeDuration) return value.nanos < 0n ? new DaysTimeDuration(-value.nanos) : value;
  return value instanceof YearsMonthsDuration ? new YearsMonthsDuration(Math.abs(value.months)) : undefined;
}

export const NUMERIC_BUILTINS = [
  rounding('decimal', Decimal.ROUND_HALF_EVEN),
  roundingWithDefault('floor', Decimal.ROUND_FLOOR),
  roundingWithDefault('ceiling', Decimal.ROUND_CEIL),
  rounding('round up', Decimal.ROUND_UP),
  rounding('round down', Decimal.ROUND_DOWN),
  rounding('round half up', Decimal.ROUND_HALF_UP),
  rounding('round half down', Decimal.ROUND_HALF_DOWN),
  define('abs', ['n/number: number|duration'], (_, value: FeelValue) => absolute(value)),
  define('modulo', ['dividend: number', 'divisor: number'], (_, dividend: Decimal, divisor: Decimal) =>
    modulo(dividend, divisor),
  ),
  define('sqrt', ['number: number'], (_, value: Decimal) => (value.isNegative() ? undefined : value.sqrt())),
  define('log', ['number: number'], (_, value: Decimal) => (value.lte(0) ? undefined : value.ln())),
  define('exp', ['number: number'], (_, value: Decimal) => finite(value.exp()) ?? undefined),
  define('odd', ['number: number'], (_, value: Decimal) => (value.isInteger() ? !value.mod(2).isZero() : undefined)),
  define('even', ['number: number'], (_, value: Decimal) => (value.isInteger() ? value.mod(2).isZero() : undefined)),
  define('random number', [], (run) => new Decimal(run.random())),
];
