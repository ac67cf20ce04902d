import type { Scope } from '../../feel/run.ts';
import type { FeelValue } from '../../feel/values.ts';
import type { CompileContext, LogicCompiler } from '../compile-context.ts';
import { DmnParseError, DecisionError } from '../errors.ts';
import type { Logic, Trace } from '../model.ts';
import { childNamed, childrenNamed, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import { createHitPolicy } from './hit-policy.ts';
import { outputValue } from './outputs.ts';
import type { Output } from './outputs.ts';

interface Input {
  label: string;
  expression: Logic;
  allowed: Logic | undefined;
}

interface Rule {
  id: string;
  tests: Logic[];
  outputs: Logic[];
}

/** `<decisionTable>`: the outputs of the rules that match, as the hit policy combines them. */
export const compileDecisionTable: LogicCompiler = (element, context) => {
  const inputs = childrenNamed(element, 'input').map((input) => compileInput(input, context));
  const outputs = childrenNamed(element, 'output').map((output) => compileOutput(output, context));
  const rules = childrenNamed(element, 'rule').map((rule, index) => compileRule(rule, index, inputs, outputs, context));
  const combine = createHitPolicy(element, outputs, context);
  return (scope, trace) => {
    const values = inputs.map((input) => inputValue(input, scope, trace, context.ownerId));
    const matched = rules.filter((rule) => matches(rule, values, scope, trace));
    trace.matchedRules.push(...matched.map((rule) => rule.id));
    if (matched.length === 0) return defaultValue(outputs, scope, trace);
    const results = matched.map((rule) => ({
      ruleId: rule.id,
      values: rule.outputs.map((output) => output(scope, trace)),
    }));
    return combine(results, scope, trace);
  };
};

function compileInput(element: XmlElement, context: CompileContext): Input {
  const expression = childNamed(element, 'inputExpression');
  const allowed = textOf(childNamed(element, 'inputValues'));
  return {
    label: element.attributes['label'] ?? textOf(expression),
    expression: expression ? context.expression(textOf(expression), expression) : () => null,
    allowed: allowed === '' ? undefined : context.unaryTests(allowed, element),
  };
}

function compileOutput(element: XmlElement, context: CompileContext): Output {
  const fallback = textOf(childNamed(element, 'defaultOutputEntry'));
  const values = textOf(childNamed(element, 'outputValues'));
  return {
    name: element.attributes['name'] ?? element.attributes['label'] ?? '',
    fallback: fallback === '' ? undefined : context.expression(fallback, element),
    order: values === '' ? undefined : context.expression(`[${values}]`, element),
  };
}

function compileRule(
  element: XmlElement,
  index: number,
  inputs: readonly Input[],
  outputs: readonly Output[],
  context: CompileContext,
): Rule {
  const id = element.attributes['id'] ?? `rule ${index + 1}`;
  const tests = childrenNamed(element, 'inputEntry');
  const entries = childrenNamed(element, 'outputEntry');
  if (tests.length !== inputs.length || entries.length !== outputs.length) {
    throw new DmnParseError(
      `Rule '${id}' does not have one entry for every input and output.`,
      element.line,
      context.ownerId,
    );
  }
  return {
    id,
    tests: tests.map((entry) => context.unaryTests(textOf(entry), entry)),
    outputs: entries.map((entry) => compileEntry(entry, context)),
  };
}

function compileEntry(entry: XmlElement, context: CompileContext): Logic {
  const text = textOf(entry);
  return text === '' || text === '-' ? () => null : context.expression(text, entry);
}

function inputValue(input: Input, scope: Scope, trace: Trace, decisionId: string): FeelValue {
  const value = input.expression(scope, trace);
  if (
    input.allowed &&
    scope.run.dialect === 'dmn' &&
    value !== null &&
    input.allowed(scope.withInput(value), trace) !== true
  ) {
    throw new DecisionError(decisionId, `The input '${input.label}' has a value that it does not allow.`);
  }
  return value;
}

function matches(rule: Rule, values: readonly FeelValue[], scope: Scope, trace: Trace): boolean {
  return rule.tests.every((test, index) => test(scope.withInput(values[index] ?? null), trace) === true);
}

function defaultValue(outputs: readonly Output[], scope: Scope, trace: Trace): FeelValue {
  const given = outputs.filter((output) => output.fallback);
  if (given.length === 0) return null;
  // on Zeebe an output without a default is left out
  const shown = scope.run.dialect === 'zeebe' ? given : outputs;
  return outputValue(
    shown,
    shown.map((output) => output.fallback?.(scope, trace) ?? null),
  );
}
