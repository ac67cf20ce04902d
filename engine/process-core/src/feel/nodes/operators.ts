import { chain, childAt, children } from '../compiler.ts';
import type { Evaluate, NodeCompiler } from '../compiler.ts';
import { arithmetic, negate } from '../operators/arithmetic.ts';
import type { ArithmeticOperator } from '../operators/arithmetic.ts';
import { compare, holds } from '../operators/comparison.ts';
import type { ComparisonOperator } from '../operators/comparison.ts';
import { equals } from '../operators/equality.ts';
import type { Run } from '../run.ts';
import { kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { compileTests } from './unary-tests.ts';

export const compileArithmetic: NodeCompiler = (node, compiler) => {
  const parts = children(node);
  if (parts.length === 2) {
    const operand = compiler.expression(childAt(parts, 1));
    const minus = compiler.text(childAt(parts, 0)) === '-';
    return (scope) => (minus ? negate(scope.run, operand(scope)) : operand(scope));
  }
  const { first, rest } = chain(node);
  const start = compiler.expression(first);
  const steps = rest.map(({ operator, operand }) => ({
    operator: arithmeticOperator(compiler.text(operator)),
    operand: compiler.expression(operand),
  }));
  return (scope) =>
    steps.reduce<FeelValue>((left, step) => {
      scope.run.step();
      return arithmetic(scope.run, step.operator, left, step.operand(scope));
    }, start(scope));
};

function arithmeticOperator(text: string): ArithmeticOperator {
  return (text === '^' ? '**' : text) as ArithmeticOperator;
}

/** Ternary logic: a decided operand settles the result, anything that is no boolean counts as null. */
function compileLogic(decisive: boolean): NodeCompiler {
  return (node, compiler) => {
    const { first, rest } = chain(node);
    const operands = [compiler.expression(first), ...rest.map(({ operand }) => compiler.expression(operand))];
    return (scope) => {
      let result: boolean | null = !decisive;
      for (const operand of operands) {
        const value = operand(scope);
        if (value === decisive) return decisive;
        if (value !== !decisive) result = noBoolean(scope.run, value);
      }
      return result;
    };
  };
}

function noBoolean(run: Run, value: FeelValue): null {
  return value === null
    ? null
    : run.warn('INVALID_TYPE', `Expected a boolean but found a value of type ${kindOf(value)}.`);
}

export const compileConjunction = compileLogic(false);
export const compileDisjunction = compileLogic(true);

export const compileComparison: NodeCompiler = (node, compiler) => {
  const parts = children(node);
  const left = compiler.expression(childAt(parts, 0));
  const operator = childAt(parts, 1);
  if (operator.name === 'between') {
    return between(left, compiler.expression(childAt(parts, 2)), compiler.expression(childAt(parts, 4)));
  }
  if (operator.name === 'in') {
    const target = parts.find((part) => part.name.startsWith('PositiveUnaryTest'));
    if (!target) return compiler.fail(node, "Expected a test after 'in'.");
    const tests = compileTests(target, compiler);
    return (scope) => tests(scope.withInput(left(scope)));
  }
  const right = compiler.expression(childAt(parts, 2));
  const text = compiler.text(operator);
  return (scope) => compareBy(scope.run, text, left(scope), right(scope));
};

/** `=`, `!=`, `<`, `<=`, `>` or `>=` between two values. */
export function compareBy(run: Run, operator: string, left: FeelValue, right: FeelValue): boolean | null {
  if (operator === '=' || operator === '!=') {
    const equal = equals(left, right, run);
    if (equal === null) return notComparable(run, left, right);
    return operator === '=' ? equal : !equal;
  }
  if (typeof left === 'string' && typeof right === 'string') run.through([left]);
  const order = compare(left, right);
  return order === null ? notComparable(run, left, right) : holds(operator as ComparisonOperator, order);
}

function notComparable(run: Run, left: FeelValue, right: FeelValue): null {
  return run.warn('NOT_COMPARABLE', `Can't compare a value of type ${kindOf(left)} with one of type ${kindOf(right)}.`);
}

function between(value: Evaluate, low: Evaluate, high: Evaluate): Evaluate {
  return (scope) => {
    const input = value(scope);
    const above = compareBy(scope.run, '>=', input, low(scope));
    const below = compareBy(scope.run, '<=', input, high(scope));
    if (above === false || below === false) return above === null || below === null ? null : false;
    return above === null || below === null ? null : true;
  };
}
