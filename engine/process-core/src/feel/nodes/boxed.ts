import type { SyntaxNode } from '@lezer/common';
import { childAt, children, operands } from '../compiler.ts';
import type { Compiler, Evaluate, NodeCompiler } from '../compiler.ts';
import type { Scope } from '../run.ts';
import { coerce } from '../types.ts';
import { FeelContext, FeelFunction } from '../values.ts';
import type { FeelType, FeelValue } from '../values.ts';
import { unescapeString } from './literals.ts';
import { compileType } from './type-nodes.ts';

export const compileList: NodeCompiler = (node, compiler) => {
  const items = operands(node).map((item) => compiler.expression(item));
  return (scope) => scope.run.list(items.map((item) => item(scope)));
};

export const compileContext: NodeCompiler = (node, compiler) => {
  const entries: { key: string; evaluate: Evaluate }[] = [];
  const compileFrom = (rest: readonly SyntaxNode[]): void => {
    const [entry, ...later] = rest;
    if (!entry) return;
    const [keyNode, valueNode] = [childAt(operands(entry), 0), childAt(operands(entry), 1)];
    const key = keyOf(keyNode, compiler);
    entries.push({ key, evaluate: compiler.expression(valueNode) });
    compiler.bind([key], () => {
      compileFrom(later);
    });
  };
  compileFrom(operands(node));
  return (scope) => {
    const values = new Map<string, FeelValue>();
    const inner = scope.withValues(values);
    for (const { key, evaluate } of entries) {
      if (values.has(key) && scope.run.dialect === 'dmn')
        return scope.run.warn('INVALID_TYPE', `The context has two entries with key '${key}'.`);
      values.set(key, evaluate(inner));
    }
    return new FeelContext(values);
  };
};

function keyOf(node: SyntaxNode, compiler: Compiler): string {
  const key = childAt(children(node), 0);
  return key.name === 'StringLiteral' ? unescapeString(compiler.text(key).slice(1, -1)) : compiler.name(key);
}

interface Parameter {
  name: string;
  type: FeelType | undefined;
}

export const compileFunction: NodeCompiler = (node, compiler) => {
  const parts = children(node);
  const list = parts.find((part) => part.name === 'FormalParameters');
  const parameters = list ? operands(list).map((parameter) => compileParameter(parameter, compiler)) : [];
  const names = parameters.map((parameter) => parameter.name);
  const bodyNode = parts.find((part) => part.name === 'FunctionBody');
  if (!bodyNode) return compiler.fail(node, 'Expected a function body.');
  const body = compiler.bind(names, () => compiler.expression(childAt(operands(bodyNode), 0)));
  if (parts.some((part) => part.name === 'external')) return externalFunction(names);
  return (scope) => userFunction(scope, parameters, body);
};

function compileParameter(node: SyntaxNode, compiler: Compiler): Parameter {
  const [name, type] = operands(node);
  if (!name) return compiler.fail(node, 'Expected a parameter name.');
  return { name: compiler.name(name), type: type && compileType(type, compiler) };
}

function externalFunction(names: readonly string[]): Evaluate {
  return (scope) =>
    new FeelFunction(names, () =>
      scope.run.warn('FUNCTION_INVOCATION_FAILURE', 'External functions are not supported.'),
    );
}

/** A function that evaluates the body in the scope where it was defined. */
export function userFunction(scope: Scope, parameters: readonly Parameter[], body: Evaluate): FeelFunction {
  const names = parameters.map((parameter) => parameter.name);
  const { run } = scope;
  const invoke = (args: FeelValue[], named?: ReadonlyMap<string, FeelValue>): FeelValue => {
    const given = named ?? new Map(args.map((arg, index) => [names[index] ?? String(index), arg]));
    if (
      (!named && args.length !== names.length) ||
      ![...given.keys()].every((name) => names.includes(name)) ||
      given.size !== names.length
    ) {
      return run.warn('FUNCTION_INVOCATION_FAILURE', `The function takes the arguments (${names.join(', ')}).`);
    }
    const values = new Map<string, FeelValue>();
    for (const { name, type } of parameters) {
      const value = type ? coerce(given.get(name) ?? null, type) : (given.get(name) ?? null);
      if (value === undefined)
        return run.warn('FUNCTION_INVOCATION_FAILURE', `The argument '${name}' has the wrong type.`);
      values.set(name, value);
    }
    return run.call(() => body(scope.withValues(values)));
  };
  return new FeelFunction(names, invoke, { params: parameters.map((parameter) => parameter.type) });
}
