import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';

/** Where tokens begin. Its output mappings see the start form's submission as `data`; nothing else of it passes. */
export const startEvent: ElementBehavior = {
  keepsVariables: false,
  activate: (step, id) => enqueueComplete(step, id),
};
