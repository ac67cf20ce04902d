import { same } from '../operators/equality.ts';
import type { Run } from '../run.ts';
import { FeelDateTime, FeelTime } from '../temporal/calendar.ts';
import { kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { define } from './signature.ts';

/** Equal also in their kind, and times and dates also in their zone. */
function identical(run: Run, left: FeelValue, right: FeelValue): boolean {
  if (kindOf(left) !== kindOf(right)) return false;
  if (left instanceof FeelTime && right instanceof FeelTime) return sameTime(left, right);
  if (left instanceof FeelDateTime && right instanceof FeelDateTime) {
    return left.localNanos === right.localNanos && sameTime(left.time, right.time);
  }
  return same(left, right, {
    dialect: 'dmn',
    step: (count) => {
      run.step(count);
    },
  });
}

function sameTime(left: FeelTime, right: FeelTime): boolean {
  return (
    left.nanoOfDay === right.nanoOfDay &&
    left.zone?.name === right.zone?.name &&
    left.zone?.offset === right.zone?.offset
  );
}

export const BOOLEAN_BUILTINS = [
  define('not', ['negand: any'], (_, value: FeelValue) => (typeof value === 'boolean' ? !value : null)),
  define('is', ['value1?: any', 'value2?: any'], (run, left?: FeelValue, right?: FeelValue) =>
    left === undefined && right === undefined ? undefined : identical(run, left ?? null, right ?? null),
  ),
  define('is defined', ['value: any'], (_, value: FeelValue) => value !== null),
  define('get or else', ['value: any', 'default: any'], (_, value: FeelValue, other: FeelValue) => value ?? other),
  define(
    'assert',
    ['value: any', 'condition: any', 'cause?: string'],
    (run, value: FeelValue, condition: FeelValue, cause: string | undefined) =>
      condition === true ? value : run.fail('ASSERT_FAILURE', cause ?? 'The condition is not fulfilled.'),
  ),
];
