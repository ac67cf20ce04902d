import { Decimal, finite } from '../decimal.ts';
import { compare } from '../operators/comparison.ts';
import { STEP_COSTS } from '../limits.ts';
import type { Run } from '../run.ts';
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import { isNumber } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { arithmetic } from '../operators/arithmetic.ts';
import { defineVariadic } from './signature.ts';

function numbers(list: readonly FeelValue[]): Decimal[] | undefined {
  return list.every(isNumber) ? [...list] : undefined;
}

function extreme(run: Run, list: readonly FeelValue[], direction: 1 | -1): FeelValue | undefined {
  run.step(list.length);
  const [first, ...rest] = list;
  if (first === undefined) return null;
  let best = first;
  if (compare(best, best) === null) return undefined;
  for (const item of rest) {
    if (typeof item === 'string') run.through([item]);
    const order = compare(item, best);
    if (order === null) return undefined;
    if (order * direction > 0) best = item;
  }
  return best;
}

/** Numbers add up, and in the standard so do durations of one kind. */
function sum(run: Run, list: readonly FeelValue[]): FeelValue | undefined {
  run.step(list.length);
  if (list.length === 0) return null;
  const summable = numbers(list) ?? (run.dialect === 'dmn' && list.every(isDuration) ? list : undefined);
  return summable?.reduce<FeelValue>(
    (total, item) => (total === null ? item : arithmetic(run, '+', total, item)),
    null,
  );
}

function isDuration(value: FeelValue): boolean {
  return value instanceof DaysTimeDuration || value instanceof YearsMonthsDuration;
}

function mean(run: Run, list: readonly FeelValue[]): FeelValue | undefined {
  const total = sum(run, list);
  return total === null || total === undefined ? total : arithmetic(run, '/', total, new Decimal(list.length));
}

function sorted(run: Run, list: readonly Decimal[]): Decimal[] {
  run.step(list.length);
  return [...list].sort((left, right) => left.cmp(right));
}

function median(run: Run, list: Decimal[] | undefined): Decimal | null | undefined {
  if (!list) return undefined;
  const ordered = sorted(run, list);
  const upper = ordered[list.length >> 1];
  if (!upper) return null;
  const lower = ordered[(list.length - 1) >> 1] ?? upper;
  return list.length % 2 === 1 ? upper : lower.plus(upper).div(2);
}

function product(run: Run, list: Decimal[] | undefined): Decimal | null | undefined {
  run.step(list?.length ?? 0);
  if (list?.length === 0) return null;
  return list && finite(list.reduce((total, item) => total.times(item), new Decimal(1)));
}

function standardDeviation(run: Run, list: Decimal[] | undefined): Decimal | null | undefined {
  run.step(list?.length ?? 0);
  if (list?.length === 1) return run.fail('FUNCTION_INVOCATION_FAILURE', 'One number has no standard deviation.');
  if (!list || list.length === 0) return list && null;
  const average = list.reduce((total, item) => total.plus(item), new Decimal(0)).div(list.length);
  const squares = list.reduce((total, item) => total.plus(item.minus(average).pow(2)), new Decimal(0));
  run.step(STEP_COSTS.root);
  return squares.div(list.length - 1).sqrt();
}

function mode(run: Run, list: Decimal[] | undefined): FeelValue[] | undefined {
  if (!list) return undefined;
  const counts = new Map<string, { value: Decimal; count: number }>();
  for (const value of sorted(run, list)) {
    const entry = counts.get(value.toString()) ?? { value, count: 0 };
    counts.set(value.toString(), { value: entry.value, count: entry.count + 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map((entry) => entry.count));
  return [...counts.values()].filter((entry) => entry.count === most).map((entry) => entry.value);
}

/** Ternary: a decided element settles the result, anything that is no boolean makes it unknown. */
function logic(list: readonly FeelValue[], decisive: boolean): boolean | null {
  if (list.includes(decisive)) return decisive;
  return list.every((item) => item === !decisive) ? !decisive : null;
}

export const STATISTICS_BUILTINS = [
  defineVariadic('min', 'list: list', (run, list) => extreme(run, list, -1)),
  defineVariadic('max', 'list: list', (run, list) => extreme(run, list, 1)),
  defineVariadic('sum', 'list: list', sum),
  defineVariadic('mean', 'list: list', mean),
  defineVariadic('product', 'list: list', (run, list) => product(run, numbers(list))),
  defineVariadic('median', 'list: list', (run, list) => median(run, numbers(list))),
  defineVariadic('stddev', 'list: list', (run, list) => standardDeviation(run, numbers(list))),
  defineVariadic('mode', 'list: list', (run, list) => mode(run, numbers(list))),
  defineVariadic('all', 'list: list', (_, list) => logic(list, false)),
  defineVariadic('any', 'list: list', (_, list) => logic(list, true)),
];
