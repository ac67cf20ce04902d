import type { ElementBehavior } from '../../execution/step.ts';
import { throwEvent } from './throw-event.ts';

/** A milestone, or something thrown on the way; a message is a job, as on Zeebe. */
export const intermediateThrowEvent: ElementBehavior = { activate: throwEvent };
