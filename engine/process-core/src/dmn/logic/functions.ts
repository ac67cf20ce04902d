import { userFunction } from '../../feel/nodes/boxed.ts';
import { FeelFunction, kindOf } from '../../feel/values.ts';
import type { FeelValue } from '../../feel/values.ts';
import type { CompileContext, LogicCompiler } from '../compile-context.ts';
import { DecisionError } from '../errors.ts';
import type { Logic, Parameter } from '../model.ts';
import { childNamed, childrenNamed } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

export function readParameters(element: XmlElement, typeOf: CompileContext['typeOf']): Parameter[] {
  return childrenNamed(element, 'formalParameter').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    type: attributes['typeRef'] === undefined ? undefined : typeOf(attributes['typeRef']),
  }));
}

/** The body of a `<functionDefinition>`, compiled with its parameters in force. */
export function compileBody(element: XmlElement, parameters: readonly Parameter[], context: CompileContext): Logic {
  const kind = element.attributes['kind'] ?? 'FEEL';
  if (kind !== 'FEEL') {
    return (scope) => scope.run.warn('FUNCTION_INVOCATION_FAILURE', `Functions of kind '${kind}' are not supported.`);
  }
  return context.with(parameters).required(element, 'body', element);
}

/** `<functionDefinition>`: a function over the scope where it stands. */
export const compileFunctionDefinition: LogicCompiler = (element, context) => {
  const parameters = readParameters(element, context.typeOf);
  const body = compileBody(element, parameters, context);
  return (scope, trace) => userFunction(scope, parameters, (inner) => body(inner, trace));
};

/** `<invocation>`: calls a function with named arguments. */
export const compileInvocation: LogicCompiler = (element, context) => {
  const callee = context.required(element, 'function', element);
  const bindings = childrenNamed(element, 'binding').map((binding) => ({
    name: childNamed(binding, 'parameter')?.attributes['name'] ?? '',
    logic: context.logicIn(binding),
  }));
  return (scope, trace) => {
    const called = callee(scope, trace);
    if (!(called instanceof FeelFunction)) {
      throw new DecisionError(context.ownerId, `Can't invoke a value of type ${kindOf(called)}.`);
    }
    const named = new Map<string, FeelValue>(bindings.map(({ name, logic }) => [name, logic?.(scope, trace) ?? null]));
    return called.invoke([], named);
  };
};
