import { createJob } from '../../execution/jobs.ts';
import type { ElementBehavior } from '../../execution/step.ts';
import { enqueueComplete, IncidentSignal } from '../../execution/step.ts';
import { throwError } from '../event-definitions/error.ts';
import { terminateScope } from '../event-definitions/terminate.ts';

/** Where a token ends: quietly, with a message, by throwing an error, or taking the whole scope with it. */
export const endEvent: ElementBehavior = {
  activate(step, id, element) {
    switch (element.event?.kind) {
      case undefined:
        enqueueComplete(step, id);
        break;
      case 'message':
        createJob(step, id, element);
        break;
      case 'terminate':
        terminateScope(step, id);
        enqueueComplete(step, id);
        break;
      case 'error':
        throwError(step, id, { code: element.event.code ?? '', message: '', variables: {} });
        break;
      default:
        throw new IncidentSignal('UNKNOWN', `The engine cannot throw what the end event "${element.id}" throws.`);
    }
  },
};
