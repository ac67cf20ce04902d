import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';

/** Something done without the system, which only notes that the way leads by here. Also the undefined task. */
export const manualTask: ElementBehavior = {
  maps: false,
  activate: (step, id) => enqueueComplete(step, id),
};
