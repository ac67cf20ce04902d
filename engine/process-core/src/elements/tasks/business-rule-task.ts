import { bindingOf } from '../../execution/binding.ts';
import { evaluateText } from '../../execution/evaluate.ts';
import { createJob } from '../../execution/jobs.ts';
import type { ElementBehavior, Step } from '../../execution/step.ts';
import { enqueueComplete, IncidentSignal } from '../../execution/step.ts';
import { visibleVariables } from '../../execution/variables.ts';
import type { Binding, DecisionOutcome } from '../../types.ts';

/** Evaluates the called decision with the variables it can see; without one it is a job, as on Zeebe. */
export const businessRuleTask: ElementBehavior = {
  activate(step, id, element) {
    if (element.decision === null) {
      createJob(step, id);
      return;
    }
    const decisionId = evaluateText(step, id, element.decision.expression);
    const { output, matchedRules } = decide(step, id, decisionId, bindingOf(element.decision.binding));
    step.effects.push({
      type: 'decisionEvaluated',
      elementInstanceId: id,
      elementId: element.id,
      decisionId,
      output,
      matchedRules,
    });
    const name = element.decision.resultVariable;
    enqueueComplete(step, id, { variables: name ? Object.fromEntries([[name, output]]) : {} });
  },
};

function decide(step: Step, id: string, decisionId: string, binding: Binding | undefined): DecisionOutcome {
  try {
    return step.context.evaluateDecision(decisionId, visibleVariables(step, id), binding);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'NOT_FOUND';
    throw new IncidentSignal(
      isUnknown ? 'CALLED_DECISION_ERROR' : 'DECISION_EVALUATION_ERROR',
      `The decision "${decisionId}" gave no result: ${reason}. Correct it or its inputs, then resolve the incident.`,
    );
  }
}
