import { evaluateText } from '../../execution/evaluate.ts';
import { createJob } from '../../execution/jobs.ts';
import type { Step } from '../../execution/step.ts';
import { enqueueComplete, getInstance, IncidentSignal } from '../../execution/step.ts';
import type { ElementModel, ThrowableModel } from '../../model/model.ts';
import { compensate } from '../event-definitions/compensation.ts';
import { escalate } from '../event-definitions/escalation.ts';
import { throwSignal } from '../event-definitions/signal.ts';

/** What an intermediate throw event and an end event have in common. */
export function throwEvent(step: Step, id: string, element: ElementModel): void {
  const { event } = element;
  switch (event?.kind) {
    case undefined:
      enqueueComplete(step, id);
      break;
    case 'message':
      createJob(step, id);
      break;
    case 'signal':
      throwSignal(step, id, element, event);
      enqueueComplete(step, id);
      break;
    case 'escalation':
      escalate(step, id, readCode(step, id, event));
      break;
    case 'compensation':
      compensate(step, id, event.activityId);
      break;
    case 'link':
      followLink(step, id, element);
      break;
    default:
      throw new IncidentSignal('UNKNOWN', `The engine cannot throw what the event "${element.id}" throws.`);
  }
}

/** The token goes on at the catch event of the link's name. */
function followLink(step: Step, id: string, { id: elementId, linkedId }: ElementModel): void {
  if (linkedId === null) throw new IncidentSignal('UNKNOWN', `The link "${elementId}" leads nowhere. Migrate it.`);
  enqueueComplete(step, id);
  step.queue.push({ do: 'activate', elementId: linkedId, scopeId: getInstance(step, id).parentId ?? step.rootId });
}

export function readCode(step: Step, id: string, { thrownCode }: ThrowableModel): string {
  return thrownCode === null ? '' : evaluateText(step, id, thrownCode);
}
