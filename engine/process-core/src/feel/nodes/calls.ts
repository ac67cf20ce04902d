import type { SyntaxNode } from '@lezer/common';
import { childAt, children, operands } from '../compiler.ts';
import type { Compiler, Evaluate, NodeCompiler } from '../compiler.ts';
import { hasBuiltin, invokeBuiltin } from '../builtins/invoke.ts';
import type { Run, Scope } from '../run.ts';
import { FeelFunction, kindOf } from '../values.ts';
import type { FeelValue } from '../values.ts';

interface Arguments {
  positional: FeelValue[];
  named: Map<string, FeelValue> | undefined;
}

export const compileCall: NodeCompiler = (node, compiler) => {
  const head = childAt(children(node), 0);
  const args = compileArguments(node, compiler);
  if (head.name === 'VariableName') return callByName(compiler.name(head), args, compiler);
  if (head.name === 'SpecialFunctionName') return callByName(compiler.name(head), args, compiler);
  const callee = compiler.expression(head);
  return (scope) => callValue(scope.run, callee(scope), args(scope));
};

/** `date(…)`, `date and time(…)`, `time(…)`, `duration(…)`, which the grammar keeps apart, and `@"…"`. */
export const compileDateTimeLiteral: NodeCompiler = (node, compiler) => {
  const head = childAt(children(node), 0);
  if (head.name === 'AtLiteral') return compiler.expression(head);
  return callByName(compiler.name(head), compileArguments(node, compiler), compiler);
};

function callByName(name: string, args: (scope: Scope) => Arguments, compiler: Compiler): Evaluate {
  if (!hasBuiltin(name)) compiler.refer(name);
  return (scope) => {
    const value = scope.find(name);
    if (value instanceof FeelFunction) return callValue(scope.run, value, args(scope));
    if (!hasBuiltin(name)) return scope.run.warn('NO_FUNCTION_FOUND', `No function found with name '${name}'.`);
    const { positional, named } = args(scope);
    return invokeBuiltin(scope.run, name, named ?? positional);
  };
}

function callValue(run: Run, callee: FeelValue, { positional, named }: Arguments): FeelValue {
  if (callee instanceof FeelFunction) return callee.invoke(positional, named);
  return run.warn('NO_FUNCTION_FOUND', `Can't call a value of type ${kindOf(callee)}.`);
}

function compileArguments(node: SyntaxNode, compiler: Compiler): (scope: Scope) => Arguments {
  const parts = children(node);
  const named = parts.find((part) => part.name === 'NamedParameters');
  if (named) return compileNamed(named, compiler);
  const list = parts.find((part) => part.name === 'PositionalParameters');
  const values = list ? operands(list).map((argument) => compiler.expression(argument)) : [];
  return (scope) => ({ positional: values.map((value) => value(scope)), named: undefined });
}

function compileNamed(node: SyntaxNode, compiler: Compiler): (scope: Scope) => Arguments {
  const values = operands(node).map((argument) => {
    const [name, value] = [childAt(operands(argument), 0), childAt(operands(argument), 1)];
    return { name: compiler.name(name), evaluate: compiler.expression(value) };
  });
  return (scope) => ({
    positional: [],
    named: new Map(values.map(({ name, evaluate }) => [name, evaluate(scope)])),
  });
}
