import type { SyntaxNode } from '@lezer/common';
import { children, operands } from '../compiler.ts';
import { compareText, holds } from '../operators/comparison.ts';
import type { ComparisonOperator } from '../operators/comparison.ts';
import { allOf } from './direct.ts';
import type { Direct, DirectCompile, DirectCompiler } from './direct.ts';

export const directComparison: DirectCompiler = (node, direct, compiler) => {
  const parts = children(node);
  const [left, operator, right] = parts;
  const value = direct(left);
  if (!value || !operator) return undefined;
  if (operator.name === 'between') return between(value, direct(parts[2]), direct(parts[4]));
  if (operator.name === 'in') return membership(value, parts, direct);
  const bound = direct(right);
  return bound && comparison(compiler.text(operator), value, bound);
};

function comparison(operator: string, left: Direct, right: Direct): Direct {
  if (operator === '=') return (context) => equal(left(context), right(context));
  if (operator === '!=') return (context) => negated(equal(left(context), right(context)));
  return (context) => ordered(operator as ComparisonOperator, left(context), right(context));
}

/** Undefined where the values are of different kinds, or lists or contexts. */
function equal(left: unknown, right: unknown): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left === null || right === null) return left === right;
  return typeof left !== typeof right || typeof left === 'object' ? undefined : left === right;
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function ordered(operator: ComparisonOperator, left: unknown, right: unknown): boolean | undefined {
  const order = orderOf(left, right);
  return order === undefined ? undefined : holds(operator, order);
}

function orderOf(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left === right ? 0 : left < right ? -1 : 1;
  return typeof left === 'string' && typeof right === 'string' ? compareText(left, right) : undefined;
}

function between(value: Direct, low: Direct | undefined, high: Direct | undefined): Direct | undefined {
  if (!low || !high) return undefined;
  return (context) => {
    const input = value(context);
    const above = ordered('>=', input, low(context));
    const below = ordered('<=', input, high(context));
    return above === undefined || below === undefined ? undefined : above && below;
  };
}

/** `in` before a list, an interval, or one or more plain values in parentheses. */
function membership(value: Direct, parts: readonly SyntaxNode[], direct: DirectCompile): Direct | undefined {
  const target = parts.find((part) => part.name.startsWith('PositiveUnaryTest'));
  if (!target) return undefined;
  const tests = target.name === 'PositiveUnaryTests' ? operands(target) : [target];
  const [test] = tests.map((each) => children(each)[0]);
  if (tests.length === 1 && test?.name === 'List') return inList(value, allOf(operands(test).map(direct)));
  const interval = test?.name === 'SimplePositiveUnaryTest' ? children(test)[0] : undefined;
  if (tests.length === 1 && interval?.name === 'Interval') return inInterval(value, interval, direct);
  const literals = tests.map((each) => children(each)[0]);
  return literals.every(isLiteral) ? amongValues(value, allOf(literals.map(direct))) : undefined;
}

function isLiteral(node: SyntaxNode | undefined): boolean {
  return node?.name === 'StringLiteral' || node?.name === 'NumericLiteral';
}

/** In a list, values of another kind are simply not equal. */
function inList(value: Direct, items: readonly Direct[] | undefined): Direct | undefined {
  if (!items) return undefined;
  return (context) => {
    const input = value(context);
    if (input === undefined || (typeof input === 'object' && input !== null)) return undefined;
    let found = false;
    for (const item of items) {
      const candidate = item(context);
      if (candidate === undefined || (typeof candidate === 'object' && candidate !== null)) return undefined;
      found ||= candidate === input;
    }
    return found;
  };
}

function amongValues(value: Direct, items: readonly Direct[] | undefined): Direct | undefined {
  if (!items) return undefined;
  return (context) => {
    const input = value(context);
    for (const item of items) {
      const outcome = equal(input, item(context));
      if (outcome !== false) return outcome;
    }
    return false;
  };
}

function inInterval(value: Direct, node: SyntaxNode, direct: DirectCompile): Direct | undefined {
  const [low, high] = operands(node).map(direct);
  if (!low || !high) return undefined;
  const parts = children(node);
  const above = parts[0]?.name === '[' ? '>=' : '>';
  const below = parts.at(-1)?.name === ']' ? '<=' : '<';
  return (context) => {
    const [input, from, to] = [value(context), low(context), high(context)];
    if (orderOf(from, to) === undefined) return undefined;
    const [isAbove, isBelow] = [ordered(above, input, from), ordered(below, input, to)];
    return isAbove === undefined || isBelow === undefined ? undefined : isAbove && isBelow;
  };
}
