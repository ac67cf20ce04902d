import { openEvent } from '../../execution/events.ts';
import type { ElementBehavior } from '../../execution/step.ts';

/** Waits for a timer or a message. */
export const intermediateCatchEvent: ElementBehavior = { activate: openEvent };
