import { openEvent } from '../../execution/events.ts';
import type { ElementBehavior } from '../../execution/step.ts';

/** Waits for its message; what the message carries becomes variables. */
export const receiveTask: ElementBehavior = { activate: openEvent };
