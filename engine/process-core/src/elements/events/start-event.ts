import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';

/** Where tokens begin. Its output mappings see what starts it: the form's submission as `data`, a message's variables. */
export const startEvent: ElementBehavior = {
  activate: (step, id) => enqueueComplete(step, id),
};
