import { openEvent } from '../../execution/events.ts';
import type { ElementBehavior } from '../../execution/step.ts';
import { getElement } from '../../execution/step.ts';

/** Waits for whichever of the events after it comes first. */
export const eventBasedGateway: ElementBehavior = {
  activate(step, id, element) {
    for (const flow of element.outgoing) openEvent(step, id, getElement(step, flow.targetId));
  },
};
