import { childAt, children, operands } from '../compiler.ts';
import type { NodeCompiler } from '../compiler.ts';
import { builtinAsFunction } from '../builtins/invoke.ts';
import { toIndex } from '../operators/iteration.ts';
import { propertyOf } from '../operators/properties.ts';
import type { Run, Scope } from '../run.ts';
import { FeelContext, isNumber, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';

export const compileVariable: NodeCompiler = (node, compiler) => {
  const name = compiler.name(node);
  compiler.refer(name);
  return (scope) => {
    const value = scope.find(name);
    if (value !== undefined) return value;
    return (
      builtinAsFunction(scope.run, name) ??
      scope.run.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'.`)
    );
  };
};

export const compilePath: NodeCompiler = (node, compiler) => {
  const [sourceNode, nameNode] = [childAt(operands(node), 0), childAt(operands(node), 1)];
  const source = compiler.expression(sourceNode);
  const name = compiler.name(nameNode);
  return (scope) => pathOf(scope.run, source(scope), name);
};

function pathOf(run: Run, value: FeelValue, name: string): FeelValue {
  if (Array.isArray(value)) {
    run.step(value.length);
    return value.map((item) => pathOf(run, item, name));
  }
  const property = propertyOf(value, name);
  if (property !== undefined) return property;
  if (value instanceof FeelContext)
    return run.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${name}'.`);
  return run.warn('NO_PROPERTY_FOUND', `No property found with name '${name}' of a value of type ${kindOf(value)}.`);
}

export const compileFilter: NodeCompiler = (node, compiler) => {
  const [sourceNode, filterNode] = [childAt(children(node), 0), childAt(children(node), 2)];
  const source = compiler.expression(sourceNode);
  const filter = compiler.bind(['item'], () => compiler.expression(filterNode));
  return (scope) => {
    const value = source(scope);
    const list = listOf(scope.run, value);
    return list && filterBy(scope, list, filter);
  };
};

/** What is filtered or iterated over: in the standard a single value is a list of itself, on Zeebe it is none. */
export function listOf(run: Run, value: FeelValue): readonly FeelValue[] | null {
  if (Array.isArray(value)) return value;
  if (value !== null && run.dialect === 'dmn') return [value];
  return value === null && run.dialect === 'dmn'
    ? null
    : run.warn('INVALID_TYPE', `Expected a list but found a value of type ${kindOf(value)}.`);
}

/** The elements that satisfy the filter, or the element at its index. */
export function filterBy(scope: Scope, list: readonly FeelValue[], filter: (scope: Scope) => FeelValue): FeelValue {
  const { run } = scope;
  if (list.length === 0) return isNumber(filter(itemScope(scope, null))) ? null : [];
  const kept: FeelValue[] = [];
  for (const item of list) {
    run.step();
    const outcome = filter(itemScope(scope, item));
    if (isNumber(outcome)) return elementAt(run, list, toIndex(run.dialect === 'zeebe' ? outcome.trunc() : outcome));
    if (outcome === true) kept.push(item);
    else if (outcome !== false && outcome !== null) {
      run.warn('INVALID_TYPE', `Expected a boolean filter but found a value of type ${kindOf(outcome)}.`);
      return run.dialect === 'zeebe' ? [] : null;
    }
  }
  return kept;
}

function elementAt(run: Run, list: readonly FeelValue[], index: number | null): FeelValue {
  const element = index === null || index === 0 ? undefined : list.at(index > 0 ? index - 1 : index);
  return element === undefined
    ? run.warn('NO_CONTEXT_ENTRY_FOUND', `The list has no element at ${String(index)}.`)
    : element;
}

function itemScope(scope: Scope, item: FeelValue): Scope {
  return scope.with((name) => {
    if (item instanceof FeelContext && item.has(name)) return item.get(name);
    return name === 'item' ? item : undefined;
  });
}
