import { invokeBuiltin } from '../../feel/builtins/invoke.ts';
import { same } from '../../feel/operators/equality.ts';
import type { Run, Scope } from '../../feel/run.ts';
import { isNumber, kindOf } from '../../feel/values.ts';
import type { FeelValue } from '../../feel/values.ts';
import type { CompileContext } from '../compile-context.ts';
import { DecisionError, DmnParseError } from '../errors.ts';
import type { Trace } from '../model.ts';
import type { XmlElement } from '../xml.ts';
import { outputValue } from './outputs.ts';
import type { Output } from './outputs.ts';

export interface MatchedRule {
  ruleId: string;
  values: FeelValue[];
}

type Combine = (matched: MatchedRule[], scope: Scope, trace: Trace) => FeelValue;

const AGGREGATORS: Readonly<Record<string, string>> = { SUM: 'sum', COUNT: 'count', MIN: 'min', MAX: 'max' };

/** How the outputs of the matching rules, of which there is at least one, make the table's value. */
export function createHitPolicy(element: XmlElement, outputs: readonly Output[], context: CompileContext): Combine {
  const toValue = (rule: MatchedRule): FeelValue => outputValue(outputs, rule.values);
  const first: Combine = (matched) => (matched[0] ? toValue(matched[0]) : null);
  switch (element.attributes['hitPolicy'] ?? 'UNIQUE') {
    case 'UNIQUE':
      return (matched, scope, trace) => first(requireOne(matched, context.ownerId), scope, trace);
    case 'FIRST':
      return first;
    case 'ANY':
      return (matched, scope, trace) => first(requireSame(matched, context.ownerId, scope), scope, trace);
    case 'PRIORITY':
      return (matched, scope, trace) => first(byPriority(matched, outputs, scope, trace), scope, trace);
    case 'RULE ORDER':
      return (matched, scope) => scope.run.list(matched.map(toValue));
    case 'OUTPUT ORDER':
      return (matched, scope, trace) => scope.run.list(byPriority(matched, outputs, scope, trace).map(toValue));
    case 'COLLECT':
      return collect(element, toValue, context);
    default:
      throw new DmnParseError(
        `Unknown hit policy '${element.attributes['hitPolicy'] ?? ''}'.`,
        element.line,
        context.ownerId,
      );
  }
}

function ruleNames(matched: readonly MatchedRule[]): string {
  return matched.map((rule) => `'${rule.ruleId}'`).join(', ');
}

function requireOne(matched: MatchedRule[], decisionId: string): MatchedRule[] {
  if (matched.length === 1) return matched;
  throw new DecisionError(
    decisionId,
    `In the decision table of '${decisionId}' the rules ${ruleNames(matched)} overlap: with hit policy UNIQUE only one rule may match. Change their inputs or the hit policy.`,
  );
}

function requireSame(matched: MatchedRule[], decisionId: string, scope: Scope): MatchedRule[] {
  const [first] = matched;
  if (matched.every((rule) => same(rule.values, first?.values ?? [], scope.run))) return matched;
  throw new DecisionError(
    decisionId,
    `In the decision table of '${decisionId}' the rules ${ruleNames(matched)} differ in their outputs: with hit policy ANY all matching rules must give the same. Change their outputs or the hit policy.`,
  );
}

/** Sorted by the place of the outputs in their lists of allowed values, the first output before the second. */
function byPriority(
  matched: readonly MatchedRule[],
  outputs: readonly Output[],
  scope: Scope,
  trace: Trace,
): MatchedRule[] {
  const orders = outputs.map((output) => output.order?.(scope, trace) ?? null);
  const places = new Map(
    matched.map((rule) => [rule, rule.values.map((value, index) => placeOf(orders[index] ?? null, value, scope.run))]),
  );
  return [...matched].sort((left, right) => {
    const [a, b] = [places.get(left) ?? [], places.get(right) ?? []];
    return a.map((place, index) => place - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

function placeOf(order: FeelValue, value: FeelValue, run: Run): number {
  if (!Array.isArray(order)) return 0;
  const place = order.findIndex((candidate) => same(candidate, value, run));
  return place < 0 ? order.length : place;
}

function collect(element: XmlElement, toValue: (rule: MatchedRule) => FeelValue, context: CompileContext): Combine {
  const { aggregation } = element.attributes;
  if (aggregation === undefined || aggregation === '') return (matched, scope) => scope.run.list(matched.map(toValue));
  const builtin = AGGREGATORS[aggregation];
  if (builtin === undefined) {
    throw new DmnParseError(`Unknown aggregation '${aggregation}'.`, element.line, context.ownerId);
  }
  return (matched, scope) => {
    if (builtin !== 'count' && scope.run.dialect === 'zeebe') requireNumbers(matched, toValue, aggregation, context);
    return invokeBuiltin(scope.run, builtin, [matched.map(toValue)]);
  };
}

/** Zeebe aggregates numbers only, and fails at all else. */
function requireNumbers(
  matched: readonly MatchedRule[],
  toValue: (rule: MatchedRule) => FeelValue,
  aggregation: string,
  { ownerId }: CompileContext,
): void {
  const wrong = matched.find((rule) => !isNumber(toValue(rule)));
  if (!wrong) return;
  throw new DecisionError(
    ownerId,
    `In the decision table of '${ownerId}' the rule '${wrong.ruleId}' gives a ${kindOf(toValue(wrong))}, but ${aggregation} needs numbers. Change its output or the aggregation.`,
  );
}
