import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete } from '../../execution/step.ts';
import { throwError } from '../event-definitions/error.ts';
import { terminateScope } from '../event-definitions/terminate.ts';
import { readCode, throwEvent } from './throw-event.ts';

/** Where a token ends: quietly, throwing something, or taking the whole scope with it. */
export const endEvent: ElementBehavior = {
  activate(step, id, element) {
    switch (element.event?.kind) {
      case 'terminate':
        terminateScope(step, id);
        enqueueComplete(step, id);
        break;
      case 'error':
        throwError(step, id, { code: readCode(step, id, element.event), message: '', variables: {} });
        break;
      default:
        throwEvent(step, id, element);
    }
  },
};
