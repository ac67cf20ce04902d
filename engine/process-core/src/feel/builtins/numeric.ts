import { Decimal, finite } from '../decimal.ts';
import { toIndex } from '../operators/iteration.ts';
import { STEP_COSTS } from '../limits.ts';
import type { Run } from '../run.ts';
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
function modulo(run: Run, dividend: Decimal, divisor: Decimal): Decimal | null {
  // the digits between the two are written out
  run.step(Math.max(0, dividend.e - divisor.e));
  if (divisor.isZero()) return run.fail('FUNCTION_INVOCATION_FAILURE', 'There is no remainder of a division by 0.');
  const rest = dividend.mod(divisor);
  return rest.isZero() || rest.isNegative() === divisor.isNegative() ? rest : rest.plus(divisor);
}

/** A number with a fraction is neither odd nor even: false on Zeebe, null in the standard. */
function parity(run: Run, value: Decimal, rest: 0 | 1): boolean | undefined {
  if (!value.isInteger()) return run.dialect === 'zeebe' ? false : undefined;
  return value.mod(2).abs().eq(rest);
}

function absolute(value: FeelValue): FeelValue | undefined {
  if (value instanceof Decimal) return value.abs();
  if (value instanceof DaysTimeDuration) return value.nanos < 0n ? new DaysTimeDuration(-value.nanos) : value;
  return value instanceof YearsMonthsDuration ? new YearsMonthsDuration(Math.abs(value.months)) : undefined;
}

function logarithm(run: Run, value: Decimal): Decimal | null {
  run.step(STEP_COSTS.logarithm);
  return value.lte(0) ? run.fail('FUNCTION_INVOCATION_FAILURE', 'Only positive numbers have a logarithm.') : value.ln();
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
  define('modulo', ['dividend: number', 'divisor: number'], (run, dividend: Decimal, divisor: Decimal) =>
    modulo(run, dividend, divisor),
  ),
  define('sqrt', ['number: number'], (run, value: Decimal) => {
    run.step(STEP_COSTS.root);
    return value.isNegative() ? undefined : value.sqrt();
  }),
  define('log', ['number: number'], (run, value: Decimal) => logarithm(run, value)),
  define('exp', ['number: number'], (run, value: Decimal) => {
    run.step(STEP_COSTS.logarithm);
    return finite(value.exp()) ?? undefined;
  }),
  define('odd', ['number: number'], (run, value: Decimal) => parity(run, value, 1)),
  define('even', ['number: number'], (run, value: Decimal) => parity(run, value, 0)),
  define('random number', [], (run) => new Decimal(run.random())),
];
