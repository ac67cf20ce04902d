import { createScope } from '../feel/compile.ts';
import { FeelEvaluationError } from '../feel/errors.ts';
import type { FeelLimits } from '../feel/limits.ts';
import type { Dialect, Scope } from '../feel/run.ts';
import { toJson } from '../feel/to-json.ts';
import type { FeelValue } from '../feel/values.ts';
import type { DecisionOutcome, Variables } from '../types.ts';
import { DecisionError } from './errors.ts';
import type { DmnModel, Trace } from './model.ts';
import { Requirements } from './requirements.ts';

export interface EvaluateDecisionOptions {
  /** The instant that `now()` and `today()` see, RFC 3339. */
  now: string;
  /** Run time follows Zeebe; `dmn` keeps to the standard where the two disagree. */
  dialect?: Dialect;
  limits?: Partial<FeelLimits>;
  timeZone?: string;
}

/**
 * Evaluates a decision, or a decision service, found by its id or else its name, and before it the decisions that it
 * requires. Throws `DecisionError`.
 */
export function evaluateDecision(
  model: DmnModel,
  decisionId: string,
  variables: Variables,
  options: EvaluateDecisionOptions,
): DecisionOutcome {
  const trace: Trace = { matchedRules: [] };
  const value = evaluateRawDecision(model, decisionId, variables, options, trace);
  return { output: toJson(value), matchedRules: trace.matchedRules };
}

/** As `evaluateDecision`, with variables and result that may be FEEL values. */
export function evaluateRawDecision(
  model: DmnModel,
  decisionId: string,
  variables: Record<string, unknown>,
  options: EvaluateDecisionOptions,
  trace: Trace = { matchedRules: [] },
): FeelValue {
  const scope = createScope(variables, options, decisionId);
  try {
    return evaluateNamed(model, decisionId, scope, trace);
  } catch (error) {
    if (error instanceof FeelEvaluationError) throw new DecisionError(decisionId, error.message);
    if (error instanceof RangeError) throw new DecisionError(decisionId, 'The decision is nested too deeply.');
    throw error;
  }
}

function evaluateNamed(model: DmnModel, decisionId: string, scope: Scope, trace: Trace): FeelValue {
  const requirements = new Requirements(model, scope, trace);
  const decision = find(model.decisions, decisionId);
  if (decision) return requirements.decision(decision);
  const service = find(model.services, decisionId);
  if (service) return requirements.service(service, new Map());
  throw new DecisionError(decisionId, `The model '${model.name}' has no decision '${decisionId}'.`);
}

function find<T extends { name: string }>(elements: ReadonlyMap<string, T>, idOrName: string): T | undefined {
  return elements.get(idOrName) ?? [...elements.values()].find((element) => element.name === idOrName);
}
