import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';

/** Takes every outgoing flow. As a join it starts only when each incoming flow has brought a token. */
export const parallelGateway: ElementBehavior = {
  activate: (step, id) => enqueueComplete(step, id),
};
