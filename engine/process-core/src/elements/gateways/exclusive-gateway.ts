import { evaluateBoolean } from '../../execution/evaluate.ts';
import type { ElementBehavior, Step } from '../../execution/step.ts';
import { enqueueComplete, IncidentSignal } from '../../execution/step.ts';
import type { ElementModel, FlowModel } from '../../model/model.ts';

/** Takes the first flow whose condition is true, else the default flow. */
export const exclusiveGateway: ElementBehavior = {
  activate(step, id, element) {
    enqueueComplete(step, id, { flows: chooseFlow(step, id, element) });
  },
};

function chooseFlow(step: Step, id: string, element: ElementModel): string[] {
  const [only] = element.outgoing;
  if (only === undefined || (element.outgoing.length === 1 && only.condition === null)) {
    return element.outgoing.map((flow) => flow.id);
  }
  const chosen = element.outgoing.find((flow) => flow.id !== element.defaultFlowId && holds(step, id, flow));
  const flowId = chosen?.id ?? element.defaultFlowId;
  if (flowId === null) throw noMatch(element);
  return [flowId];
}

/** A flow without a condition, beside others, is never chosen. */
export function holds(step: Step, id: string, flow: FlowModel): boolean {
  return flow.condition !== null && evaluateBoolean(step, id, flow.condition);
}

export function noMatch(element: ElementModel): IncidentSignal {
  return new IncidentSignal(
    'CONDITION_ERROR',
    `Expected at least one condition of the gateway "${element.id}" to be true, or a default flow. ` +
      'Correct the variables or add a default flow, then resolve the incident.',
  );
}
