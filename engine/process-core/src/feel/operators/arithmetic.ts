import { Decimal, finite } from '../decimal.ts';
import { STEP_COSTS } from '../limits.ts';
import type { Run } from '../run.ts';
import { FeelDate, FeelDateTime, FeelTime, NANOS } from '../temporal/calendar.ts';
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import { isNumber, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

const DAY_NANOS = 86_400n * NANOS;

/** The result of an operator; null with a warning where the operands do not fit it. */
export function arithmetic(run: Run, operator: ArithmeticOperator, left: FeelValue, right: FeelValue): FeelValue {
  if (isInNamedZone(left) || isInNamedZone(right)) run.step(STEP_COSTS.clock);
  const result =
    isNumber(left) && isNumber(right) ? numeric(run, operator, left, right) : calculate(run, operator, left, right);
  if (result !== null && result !== undefined) return result;
  const what = `'${kindOf(left)} ${operator} ${kindOf(right)}'`;
  return run.warn('INVALID_TYPE', `Can't calculate ${what}: the operands do not fit, or there is no such result.`);
}

function isInNamedZone(value: FeelValue): boolean {
  return value instanceof FeelDateTime && value.time.zone?.name !== undefined;
}

function numeric(run: Run, operator: ArithmeticOperator, left: Decimal, right: Decimal): FeelValue {
  switch (operator) {
    case '+':
      return finite(left.plus(right));
    case '-':
      return finite(left.minus(right));
    case '*':
      return finite(left.times(right));
    case '/':
      return right.isZero() ? null : finite(left.div(right));
    case '**':
      if (!right.isInteger() || right.abs().gt(1000)) run.step(STEP_COSTS.power);
      return (
        finite(left.pow(right)) ?? run.fail('INVALID_TYPE', `There is no ${left.toString()} ** ${right.toString()}.`)
      );
  }
}

function calculate(run: Run, operator: ArithmeticOperator, left: FeelValue, right: FeelValue): FeelValue | undefined {
  switch (operator) {
    case '+':
      if (typeof left === 'string' && typeof right === 'string') return run.string(left + right);
      return add(left, right) ?? add(right, left);
    case '-':
      return subtract(run, left, right);
    case '*':
      return isNumber(right) ? scale(run, left, right) : isNumber(left) ? scale(run, right, left) : null;
    case '/':
      return divide(run, left, right);
    case '**':
      return null;
  }
}

function add(left: FeelValue, right: FeelValue): FeelValue {
  if (right instanceof DaysTimeDuration) return shift(left, right.nanos);
  if (right instanceof YearsMonthsDuration) return shiftMonths(left, right.months);
  return null;
}

function subtract(run: Run, left: FeelValue, right: FeelValue): FeelValue {
  if (right instanceof DaysTimeDuration) return shift(left, -right.nanos);
  if (right instanceof YearsMonthsDuration) return shiftMonths(left, -right.months);
  if (left instanceof FeelTime && right instanceof FeelTime) return between(left, right, timeNanos);
  if (run.dialect === 'zeebe' && left instanceof FeelDate !== right instanceof FeelDate) return null;
  const [from, to] = [asDateTime(left), asDateTime(right)];
  return from && to && between(from.time, to.time, () => 0n) && DaysTimeDuration.of(from.epochNanos - to.epochNanos);
}

/** A local value and one with a zone have no distance. */
function between(left: FeelTime, right: FeelTime, nanos: (time: FeelTime) => bigint): DaysTimeDuration | null {
  if ((left.zone === null) !== (right.zone === null)) return null;
  return DaysTimeDuration.of(nanos(left) - nanos(right));
}

function timeNanos(time: FeelTime): bigint {
  return time.nanoOfDay - BigInt(time.offset ?? 0) * NANOS;
}

function asDateTime(value: FeelValue): FeelDateTime | null {
  if (value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? new FeelDateTime(value, new FeelTime(0, 0, 0, 0, { offset: 0 })) : null;
}

function shift(value: FeelValue, nanos: bigint): FeelValue {
  if (value instanceof DaysTimeDuration) return DaysTimeDuration.of(value.nanos + nanos);
  if (value instanceof FeelTime) {
    const moved = (value.nanoOfDay + nanos) % DAY_NANOS;
    return FeelTime.ofNanos(moved < 0n ? moved + DAY_NANOS : moved, value.zone);
  }
  if (value instanceof FeelDate) {
    return FeelDateTime.ofLocalNanos(BigInt(value.epochDay) * DAY_NANOS + nanos, null)?.date ?? null;
  }
  if (!(value instanceof FeelDateTime)) return null;
  const { zone } = value.time;
  if (zone === null) return FeelDateTime.ofLocalNanos(value.localNanos + nanos, null);
  return FeelDateTime.ofEpochNanos(value.epochNanos + nanos, zone);
}

function shiftMonths(value: FeelValue, months: number): FeelValue {
  if (value instanceof YearsMonthsDuration) return YearsMonthsDuration.of(value.months + months);
  if (value instanceof FeelDate) return value.plusMonths(months);
  if (!(value instanceof FeelDateTime)) return null;
  const date = value.date.plusMonths(months);
  return date && new FeelDateTime(date, value.time);
}

function scale(run: Run, value: FeelValue, by: Decimal): FeelValue {
  // Zeebe multiplies durations by whole numbers only
  const factor = run.dialect === 'zeebe' ? by.trunc() : by;
  if (value instanceof DaysTimeDuration) return DaysTimeDuration.ofSeconds(value.seconds.times(factor));
  if (value instanceof YearsMonthsDuration)
    return YearsMonthsDuration.of(factor.times(value.months).trunc().toNumber());
  return null;
}

function divide(run: Run, left: FeelValue, right: FeelValue): FeelValue {
  if (isNumber(right)) return right.isZero() ? null : scaleDown(left, right);
  if (left instanceof DaysTimeDuration && right instanceof DaysTimeDuration) {
    return right.nanos === 0n ? null : ratio(run, left.seconds.div(right.seconds));
  }
  if (left instanceof YearsMonthsDuration && right instanceof YearsMonthsDuration) {
    return right.months === 0 ? null : ratio(run, new Decimal(left.months).div(right.months));
  }
  return null;
}

/** How often one duration goes into another: on Zeebe whole times only. */
function ratio(run: Run, value: Decimal): Decimal {
  return run.dialect === 'zeebe' ? value.trunc() : value;
}

function scaleDown(value: FeelValue, divisor: Decimal): FeelValue {
  if (value instanceof DaysTimeDuration) return DaysTimeDuration.ofSeconds(value.seconds.div(divisor));
  if (value instanceof YearsMonthsDuration) {
    return YearsMonthsDuration.of(new Decimal(value.months).div(divisor).trunc().toNumber());
  }
  return null;
}

export function negate(run: Run, value: FeelValue): FeelValue {
  if (isNumber(value)) return value.neg();
  if (run.dialect === 'dmn' && value instanceof DaysTimeDuration) return new DaysTimeDuration(-value.nanos);
  if (run.dialect === 'dmn' && value instanceof YearsMonthsDuration) return new YearsMonthsDuration(-value.months);
  return run.warn('INVALID_TYPE', `Can't negate a value of type ${kindOf(value)}.`);
}
