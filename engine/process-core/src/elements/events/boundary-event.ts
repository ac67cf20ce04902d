import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';

/** Its host waits for it; once triggered it passes what it caught and goes on. */
export const boundaryEvent: ElementBehavior = {
  activate: (step, id) => enqueueComplete(step, id),
};
