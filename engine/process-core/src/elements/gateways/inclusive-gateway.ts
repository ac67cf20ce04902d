import type { ElementBehavior, Step } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';
import type { ElementModel } from '../../model/model.ts';
import { holds, noMatch } from './exclusive-gateway.ts';

/** Takes every flow whose condition is true, else the default flow. Its join is decided where tokens arrive. */
export const inclusiveGateway: ElementBehavior = {
  activate(step, id, element) {
    enqueueComplete(step, id, { flows: chooseFlows(step, id, element) });
  },
};

function chooseFlows(step: Step, id: string, element: ElementModel): string[] {
  const [only] = element.outgoing;
  if (only === undefined || (element.outgoing.length === 1 && only.condition === null)) {
    return element.outgoing.map((flow) => flow.id);
  }
  const chosen = element.outgoing.filter((flow) => flow.id !== element.defaultFlowId && holds(step, id, flow));
  if (chosen.length > 0) return chosen.map((flow) => flow.id);
  if (element.defaultFlowId === null) throw noMatch(element);
  return [element.defaultFlowId];
}
