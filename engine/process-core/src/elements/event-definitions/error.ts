import { findCatcher } from '../../execution/catchers.ts';
import { trigger } from '../../execution/events.ts';
import { raiseIncident } from '../../execution/incidents.ts';
import type { Step, ThrownError } from '../../execution/step.ts';
import { dataOf, getInstance, remember } from '../../execution/step.ts';

/**
 * Throws a BPMN error from an element instance. The nearest event around it that knows the code catches it (one
 * without a code catches any): the start of an event sub-process, or a boundary event. What it interrupts is
 * terminated. Uncaught it leaves a process that was called by one that listens; caught by nobody, it is an incident of
 * the thrower: resolved, an event throws it again, and a job is done again.
 */
export function throwError(step: Step, id: string, error: ThrownError): void {
  const catcher = findCatcher(step, id, 'error', error.code);
  if (catcher !== undefined) {
    trigger(step, catcher.ownerId, catcher.event, error.variables);
    return;
  }
  remember(step, id, { phase: 'errorThrown', error });
  if (dataOf(getInstance(step, step.rootId)).called === undefined) refuseError(step, id, error);
  else {
    const { code, message, variables } = error;
    step.effects.push({ type: 'errorThrown', elementInstanceId: id, code, message, variables });
  }
}

/** No caller has caught what this instance threw: each thrower that waits for that is told. */
export function refuseErrors(step: Step): void {
  for (const [id, instance] of Object.entries(step.elements)) {
    const { phase, error } = dataOf(instance);
    if (phase === 'errorThrown' && error !== undefined && !hasIncident(step, id)) refuseError(step, id, error);
  }
}

/** The incident stands where the error was thrown first: at a call activity it is passed on to the called process. */
function refuseError(step: Step, id: string, error: ThrownError): void {
  const { childInstanceId } = dataOf(getInstance(step, id));
  if (childInstanceId !== undefined) {
    remember(step, id, { phase: undefined, error: undefined });
    step.effects.push({ type: 'calledErrorUncaught', childInstanceId });
    return;
  }
  if (error.byJob) remember(step, id, { phase: 'jobFailed', error: undefined });
  raiseIncident(step, id, 'UNHANDLED_ERROR_EVENT', unhandledMessage(error));
}

function hasIncident(step: Step, id: string): boolean {
  return Object.values(step.incidents).some(({ elementInstanceId }) => elementInstanceId === id);
}

function unhandledMessage(error: ThrownError): string {
  const detail = error.message === '' ? '' : ` (${error.message})`;
  return `The error "${error.code}"${detail} was thrown, but no boundary event catches it. Add one to the process, or resolve the cause and then the incident.`;
}
