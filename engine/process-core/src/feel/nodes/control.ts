import type { SyntaxNode } from '@lezer/common';
import { childAt, children, operands } from '../compiler.ts';
import type { Compiler, Evaluate, NodeCompiler } from '../compiler.ts';
import { iterate, rangeItems } from '../operators/iteration.ts';
import type { Scope } from '../run.ts';
import { listOf } from './names.ts';
import { FeelRange, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';

export const compileIf: NodeCompiler = (node, compiler) => {
  const [condition, yes, no] = operands(node).map((part) => compiler.expression(part)) as [
    Evaluate,
    Evaluate,
    Evaluate,
  ];
  return (scope) => {
    const value = condition(scope);
    if (value !== null && typeof value !== 'boolean') {
      scope.run.warn('INVALID_TYPE', `Expected a boolean condition but found a value of type ${kindOf(value)}.`);
    }
    return value === true ? yes(scope) : no(scope);
  };
};

interface Iterator {
  name: string;
  items: (scope: Scope) => readonly FeelValue[] | null;
}

/** The iterators of a `for`, `some` or `every`, each seeing those before it, and then the body. */
function compileIterators(
  node: SyntaxNode,
  extra: string[],
  compiler: Compiler,
): { iterators: Iterator[]; body: Evaluate } {
  const parts = operands(node);
  const sources = operands(childAt(parts, 0));
  const iterators: Iterator[] = [];
  const compileFrom = (index: number): Evaluate => {
    const source = sources[index];
    if (!source) return compiler.bind(extra, () => compiler.expression(childAt(parts, 1)));
    const [name, context] = [childAt(operands(source), 0), childAt(operands(source), 1)];
    const iterator = { name: compiler.name(name), items: compileItems(context, compiler) };
    iterators.push(iterator);
    return compiler.bind([iterator.name], () => compileFrom(index + 1));
  };
  const body = compileFrom(0);
  return { iterators, body };
}

function compileItems(node: SyntaxNode, compiler: Compiler): Iterator['items'] {
  const bounds = operands(node).map((bound) => compiler.expression(bound));
  const [first, last] = bounds;
  if (!first) return compiler.fail(node, 'Expected a list to iterate over.');
  if (last) return (scope) => rangeItems(scope.run, new FeelRange(first(scope), true, last(scope), true));
  return (scope) => {
    const value = first(scope);
    return value instanceof FeelRange ? rangeItems(scope.run, value) : listOf(scope.run, value);
  };
}

export const compileFor: NodeCompiler = (node, compiler) => {
  const { iterators, body } = compileIterators(node, ['partial'], compiler);
  return (scope) => {
    const results: FeelValue[] = [];
    const partial = (): FeelValue[] => {
      scope.run.step(results.length);
      return [...results];
    };
    const inner = scope.with((name) => (name === 'partial' ? partial() : undefined));
    const complete = iterate(inner, iterators, (item) => {
      results.push(body(item));
      scope.run.listOfSize(results.length);
      return true;
    });
    return complete === null ? scope.run.warn('INVALID_TYPE', "Expected a list after 'in'.") : results;
  };
};

export const compileQuantified: NodeCompiler = (node, compiler) => {
  const decisive = childAt(children(node), 0).name === 'some';
  const { iterators, body } = compileIterators(node, [], compiler);
  return (scope) => {
    let result: boolean | null = !decisive;
    const complete = iterate(scope, iterators, (item) => {
      const value = body(item);
      if (value === decisive) result = decisive;
      else if (value !== !decisive) result = null;
      return value !== decisive;
    });
    return complete === null ? scope.run.warn('INVALID_TYPE', "Expected a list after 'in'.") : result;
  };
};
