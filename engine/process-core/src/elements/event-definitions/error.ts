import { findCatcher } from '../../execution/catchers.ts';
import { trigger } from '../../execution/events.ts';
import { raiseIncident } from '../../execution/incidents.ts';
import type { Step, ThrownError } from '../../execution/step.ts';
import { dataOf, getInstance, remember } from '../../execution/step.ts';

/**
 * Throws a BPMN error from an element instance. The nearest event around it that knows the code catches it (one
 * without a code catches any): the start of an event sub-process, or a boundary event. What it interrupts is
 * terminated. Uncaught it leaves a process that was called by one that listens; else it is an incident of the thrower:
 * resolved, an event throws it again, and a job (`isJob`) is done again.
 */
export function throwError(step: Step, id: string, error: ThrownError, isJob = false): void {
  const catcher = findCatcher(step, id, 'error', error.code);
  if (catcher !== undefined) {
    trigger(step, catcher.ownerId, catcher.event, error.variables);
    return;
  }
  remember(step, id, { phase: 'errorThrown', error });
  if (dataOf(getInstance(step, step.rootId)).called === undefined) {
    if (isJob) remember(step, id, { phase: 'jobFailed', error: undefined });
    raiseIncident(step, id, 'UNHANDLED_ERROR_EVENT', unhandledMessage(error));
  } else {
    step.effects.push({ type: 'errorThrown', elementInstanceId: id, ...error });
  }
}

function unhandledMessage(error: ThrownError): string {
  const detail = error.message === '' ? '' : ` (${error.message})`;
  return `The error "${error.code}"${detail} was thrown, but no boundary event catches it. Add one to the process, or resolve the cause and then the incident.`;
}
