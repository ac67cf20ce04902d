import type { SyntaxNode } from '@lezer/common';
import { childAt, children, operands } from '../compiler.ts';
import type { Compiler, Evaluate, NodeCompiler } from '../compiler.ts';
import { compare, holds } from '../operators/comparison.ts';
import type { ComparisonOperator } from '../operators/comparison.ts';
import { equals } from '../operators/equality.ts';
import { anyOf, contains } from '../operators/membership.ts';
import type { Run, Scope } from '../run.ts';
import { FeelRange, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';

type Test = (scope: Scope) => boolean | null;

/** The whole of a decision table's input entry. */
export const compileUnaryTestsNode: NodeCompiler = (node, compiler) => {
  const first = childAt(children(node), 0);
  if (first.name === 'Wildcard') return () => true;
  const target = children(node).find((child) => child.name === 'PositiveUnaryTests');
  if (!target) return compiler.fail(node, 'Expected a test.');
  const tests = compileTests(target, compiler, true);
  if (first.name !== 'not') return tests;
  return (scope) => {
    const outcome = tests(scope);
    return outcome === null ? null : !outcome;
  };
};

/**
 * One or more tests of the scope's input, of which one has to hold. An expression in an input entry that is true holds
 * too: on Zeebe whatever the input, in the standard unless the input is itself a boolean.
 */
export function compileTests(node: SyntaxNode, compiler: Compiler, isEntry = false): Test {
  const tests = (node.name === 'PositiveUnaryTests' ? operands(node) : [node]).map((test) =>
    compileTest(test, compiler, isEntry),
  );
  return (scope) => anyOf(tests, (test) => test(scope));
}

function compileTest(node: SyntaxNode, compiler: Compiler, isEntry: boolean): Test {
  const inner = withoutParentheses(childAt(children(node), 0));
  const comparison = inner.name === 'SimplePositiveUnaryTest' ? children(inner)[0] : undefined;
  if (comparison?.name === 'CompareOp') return compileCompareTest(inner, compiler);
  const { result: evaluate, usesInput } = compiler.watchInput(() => compiler.expression(inner));
  const isLiteral = inner.name === 'BooleanLiteral';
  const holdsByItself = (run: Run, input: FeelValue): boolean =>
    run.dialect === 'zeebe' ? isEntry && !isLiteral : typeof input !== 'boolean' && input !== null;
  return (scope) => {
    const value = evaluate(scope);
    const input = scope.input ?? null;
    if (usesInput && (typeof value === 'boolean' || value === null)) return value;
    if (value === true && holdsByItself(scope.run, input)) return true;
    return known(scope.run, contains(value, input, scope.run), value, input);
  };
}

function withoutParentheses(node: SyntaxNode): SyntaxNode {
  const inside = node.name === 'ParenthesizedExpression' ? children(node)[1] : undefined;
  return inside?.name === 'SimplePositiveUnaryTest' ? inside : node;
}

function known(run: Run, outcome: boolean | null, test: FeelValue, input: FeelValue): boolean | null {
  if (outcome !== null || input === null || test === null) return outcome;
  return run.warn('NOT_COMPARABLE', `Can't test a value of type ${kindOf(input)} against one of type ${kindOf(test)}.`);
}

function compileCompareTest(node: SyntaxNode, compiler: Compiler): Test {
  const [operatorNode, operandNode] = [childAt(children(node), 0), childAt(children(node), 1)];
  const operator = compiler.text(operatorNode);
  const operand = compiler.expression(operandNode);
  return (scope) => {
    const input = scope.input ?? null;
    const bound = operand(scope);
    return known(scope.run, compareInput(scope.run, operator, input, bound), bound, input);
  };
}

function compareInput(run: Run, operator: string, input: FeelValue, bound: FeelValue): boolean | null {
  if (operator === '=' || operator === '!=') {
    const equal = equals(input, bound, run);
    return equal === null || operator === '=' ? equal : !equal;
  }
  const order = compare(input, bound);
  return order === null ? null : holds(operator as ComparisonOperator, order);
}

export const compileInput: NodeCompiler = (_, compiler) => {
  compiler.referToInput();
  return (scope) => scope.input ?? scope.find('?') ?? null;
};

/** A test as a value: an interval, or `> 5` as the interval that is open at its other end. */
export const compileSimpleTest: NodeCompiler = (node, compiler) => {
  const parts = children(node);
  const first = childAt(parts, 0);
  if (first.name === 'Interval') return compiler.expression(first);
  const operator = compiler.text(first);
  const operand = compiler.expression(childAt(parts, 1));
  if (operator === '!=') {
    compiler.referToInput();
    return (scope) => compareInput(scope.run, '!=', scope.input ?? null, operand(scope));
  }
  return (scope) => openRange(operator, operand(scope));
};

function openRange(operator: string, bound: FeelValue): FeelRange {
  switch (operator) {
    case '<':
      return new FeelRange(undefined, false, bound, false);
    case '<=':
      return new FeelRange(undefined, false, bound, true);
    case '>':
      return new FeelRange(bound, false, undefined, false);
    case '>=':
      return new FeelRange(bound, true, undefined, false);
    default:
      return new FeelRange(bound, true, bound, true);
  }
}

export const compileInterval: NodeCompiler = (node, compiler) => {
  const parts = children(node);
  const bounds = operands(node).map((bound) => compiler.expression(bound));
  const [start, end] = bounds as [Evaluate, Evaluate];
  const startIncluded = childAt(parts, 0).name === '[';
  const endIncluded = childAt(parts, parts.length - 1).name === ']';
  return (scope) => interval(scope.run, start(scope), startIncluded, end(scope), endIncluded);
};

/** An interval of bounds that have an order between them; otherwise null. */
export function interval(
  run: Run,
  start: FeelValue,
  startIncluded: boolean,
  end: FeelValue,
  endIncluded: boolean,
): FeelRange | null {
  if (start !== null && end !== null && compare(start, end) === null) {
    return run.warn('INVALID_TYPE', `Can't make an interval from ${kindOf(start)} to ${kindOf(end)}.`);
  }
  return new FeelRange(start, startIncluded, end, endIncluded);
}
