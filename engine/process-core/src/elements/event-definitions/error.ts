import { startEventSubProcess } from '../../execution/events.ts';
import { raiseIncident } from '../../execution/incidents.ts';
import type { Step, ThrownError } from '../../execution/step.ts';
import { dataOf, findElement, findInstance, getInstance, remember } from '../../execution/step.ts';
import { terminate } from '../../execution/terminate.ts';
import type { ElementModel } from '../../model/model.ts';

/**
 * Throws a BPMN error from an element instance. The nearest event around it that knows the code catches it (one
 * without a code catches any): the start of an event sub-process, or a boundary event. What it interrupts is
 * terminated. Uncaught, it is an incident of the thrower.
 */
export function throwError(step: Step, id: string, error: ThrownError): void {
  let cameFrom: string | null = null;
  for (let hostId: string | null = id; hostId !== null; hostId = findInstance(step, hostId)?.parentId ?? null) {
    if (hostId !== id && !isEventSubProcess(step, cameFrom) && startHandler(step, hostId, error)) return;
    if (catchAtBoundary(step, hostId, error)) return;
    cameFrom = hostId;
  }
  remember(step, id, { phase: 'errorThrown', error });
  raiseIncident(step, id, 'UNHANDLED_ERROR_EVENT', unhandledMessage(error));
}

/** A handler does not catch what it throws itself. */
function isEventSubProcess(step: Step, id: string | null): boolean {
  return id !== null && findElement(step, id)?.type === 'eventSubProcess';
}

function startHandler(step: Step, scopeId: string, error: ThrownError): boolean {
  const scope = getInstance(step, scopeId);
  // Each round of a multi-instance sub-process is a scope; its body is none.
  if (dataOf(scope).body !== undefined) return false;
  const start = findCatcher(step.model.eventStarts.get(scope.elementId), error.code);
  if (start === undefined) return false;
  startEventSubProcess(step, scopeId, start, error.variables);
  return true;
}

function catchAtBoundary(step: Step, hostId: string, error: ThrownError): boolean {
  const host = getInstance(step, hostId);
  // The boundary events of a multi-instance activity hang on its body, not on its rounds.
  if (dataOf(host).round !== undefined) return false;
  const event = findCatcher(findElement(step, hostId)?.boundaryEvents, error.code);
  if (event === undefined) return false;
  terminate(step, hostId);
  step.queue.push({
    do: 'activate',
    elementId: event.id,
    scopeId: host.parentId ?? step.rootId,
    event: error.variables,
  });
  return true;
}

function findCatcher(events: readonly ElementModel[] | undefined, code: string): ElementModel | undefined {
  return events?.find((event) => catches(event, code)) ?? events?.find((event) => catches(event, null));
}

function catches(event: ElementModel, code: string | null): boolean {
  return event.event?.kind === 'error' && event.event.code === code;
}

function unhandledMessage(error: ThrownError): string {
  const detail = error.message === '' ? '' : ` (${error.message})`;
  return `The error "${error.code}"${detail} was thrown, but no boundary event catches it. Add one to the process, or resolve the cause and then the incident.`;
}
