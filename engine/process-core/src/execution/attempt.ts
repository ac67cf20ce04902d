import { raiseIncident } from './incidents.ts';
import type { InstanceData, Step } from './step.ts';
import { IncidentSignal, remember } from './step.ts';

/**
 * Runs a part of an element's life that touches only the element, its own variables, effects and the queue. An
 * incident undoes all of it and stands at the element; `phase` tells the retry what to repeat. True when it went well.
 */
export function attempt(step: Step, id: string, phase: InstanceData['phase'], part: () => void): boolean {
  const { [id]: element } = step.elements;
  const { [id]: variables } = step.variables;
  const [effects, queued] = [step.effects.length, step.queue.length];
  try {
    part();
    return true;
  } catch (error) {
    if (!(error instanceof IncidentSignal)) throw error;
    step.effects.length = effects;
    step.queue.length = queued;
    if (element !== undefined) step.elements[id] = element;
    if (variables === undefined) delete step.variables[id];
    else step.variables[id] = variables;
    remember(step, id, { phase });
    raiseIncident(step, id, error.kind, error.message);
    return false;
  }
}
