import { DecisionError } from '@esocial/process-core/dmn/errors.ts';
import { evaluateDecision } from '@esocial/process-core/dmn/evaluate.ts';
import type { DecisionOutcome, Variables } from '@esocial/process-core/types.ts';
import type { CompiledWorkflow } from '../../definitions/definition.ts';

/** Evaluates a decision of the workflow's own files. Throws DecisionError; with the code NOT_FOUND when there is none. */
export function evaluatePinnedDecision(
  workflow: CompiledWorkflow,
  decisionId: string,
  variables: Variables,
  now: string,
): DecisionOutcome {
  const model = workflow.dmn.find(({ decisions, services }) => decisions.has(decisionId) || services.has(decisionId));
  if (!model) {
    const error = new DecisionError(decisionId, `The workflow ${workflow.file.key} has no decision '${decisionId}'.`);
    throw Object.assign(error, { code: 'NOT_FOUND' });
  }
  return evaluateDecision(model, decisionId, variables, { now });
}
