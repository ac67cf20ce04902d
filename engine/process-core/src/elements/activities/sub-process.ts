import type { ElementBehavior } from '../../execution/step.ts';
import { IncidentSignal } from '../../execution/step.ts';

/** A part of the process with variables and boundary events of its own; begins at its none start event. */
export const subProcess: ElementBehavior = {
  activate(step, id, element) {
    const start = step.model.startEvents.get(element.id)?.find((event) => event.event === null);
    if (start === undefined) {
      throw new IncidentSignal('UNKNOWN', `The sub-process "${element.id}" has no none start event. Add one.`);
    }
    step.queue.push({ do: 'activate', elementId: start.id, scopeId: id });
  },
};
