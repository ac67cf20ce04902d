import { createJob } from '../../execution/jobs.ts';
import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete, IncidentSignal } from '../../execution/step.ts';

/** A milestone, or a message thrown; the message is a job, as on Zeebe. */
export const intermediateThrowEvent: ElementBehavior = {
  activate(step, id, element) {
    if (element.event === null) enqueueComplete(step, id);
    else if (element.event.kind === 'message') createJob(step, id, element);
    else throw new IncidentSignal('UNKNOWN', `The engine cannot throw what the event "${element.id}" throws.`);
  },
};
