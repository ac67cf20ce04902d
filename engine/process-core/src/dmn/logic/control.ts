import { filterBy } from '../../feel/nodes/names.ts';
import { iterate, rangeItems } from '../../feel/operators/iteration.ts';
import type { Scope } from '../../feel/run.ts';
import { FeelRange, kindOf } from '../../feel/values.ts';
import type { FeelValue } from '../../feel/values.ts';
import type { CompileContext, LogicCompiler } from '../compile-context.ts';
import type { Logic, Trace } from '../model.ts';
import { childNamed } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

function part(element: XmlElement, name: string, context: CompileContext): Logic {
  return context.required(childNamed(element, name), `<${name}>`, element);
}

/** `<conditional>`: null takes the else branch; what is no boolean makes it null. */
export const compileConditional: LogicCompiler = (element, context) => {
  const [condition, yes, no] = [
    part(element, 'if', context),
    part(element, 'then', context),
    part(element, 'else', context),
  ];
  return (scope, trace) => {
    const value = condition(scope, trace);
    if (value !== null && typeof value !== 'boolean') {
      return scope.run.warn('INVALID_TYPE', `Expected a boolean condition but found a value of type ${kindOf(value)}.`);
    }
    return value === true ? yes(scope, trace) : no(scope, trace);
  };
};

function iterators(element: XmlElement, context: CompileContext) {
  const name = element.attributes['iteratorVariable'] ?? 'item';
  const list = part(element, 'in', context);
  const items = (trace: Trace) => (scope: Scope) => itemsOf(scope, list(scope, trace));
  return {
    name,
    inner: context.with([{ name, type: undefined }]),
    at: (trace: Trace) => [{ name, items: items(trace) }],
  };
}

function itemsOf(scope: Scope, value: FeelValue): readonly FeelValue[] | null {
  if (value instanceof FeelRange) return rangeItems(scope.run, value);
  if (value === null) return null;
  return Array.isArray(value) ? value : [value];
}

/** `<for>`: the list of what the body gives for each element, the results so far known as `partial`. */
export const compileForLogic: LogicCompiler = (element, context) => {
  const { inner, at } = iterators(element, context);
  const body = part(element, 'return', inner);
  return (scope, trace) => {
    const results: FeelValue[] = [];
    const within = scope.with((name) => (name === 'partial' ? [...results] : undefined));
    const complete = iterate(within, at(trace), (item) => {
      results.push(body(item, trace));
      scope.run.listOfSize(results.length);
      return true;
    });
    return complete === null ? null : results;
  };
};

/** `<some>` and `<every>`. */
export const compileQuantifiedLogic: LogicCompiler = (element, context) => {
  const decisive = element.name === 'some';
  const { inner, at } = iterators(element, context);
  const body = part(element, 'satisfies', inner);
  return (scope, trace) => {
    let result: boolean | null = !decisive;
    const complete = iterate(scope, at(trace), (item) => {
      const value = body(item, trace);
      if (value === decisive) result = decisive;
      else if (value !== !decisive) result = null;
      return value !== decisive;
    });
    return complete === null ? null : result;
  };
};

/** `<filter>`: the elements of `in` that `match`. */
export const compileFilterLogic: LogicCompiler = (element, context) => {
  const list = part(element, 'in', context);
  const match = part(element, 'match', context);
  return (scope, trace) => {
    const value = list(scope, trace);
    if (value === null) return null;
    return filterBy(scope, Array.isArray(value) ? value : [value], (item) => match(item, trace));
  };
};
