import { raiseIncident } from '../../execution/incidents.ts';
import type { Step, ThrownError } from '../../execution/step.ts';
import { dataOf, findInstance, getInstance, remember } from '../../execution/step.ts';
import { terminate } from '../../execution/terminate.ts';
import type { ElementModel } from '../../model/model.ts';

/**
 * Throws a BPMN error from an element instance. The nearest boundary event around it that knows the code catches it
 * (one without a code catches any); what it interrupts is terminated. Uncaught, it is an incident of the thrower.
 */
export function throwError(step: Step, id: string, error: ThrownError): void {
  for (let hostId: string | null = id; hostId !== null; hostId = findInstance(step, hostId)?.parentId ?? null) {
    const catcher = findCatcher(step, hostId, error.code);
    if (catcher === undefined) continue;
    const scopeId = getInstance(step, hostId).parentId ?? step.rootId;
    terminate(step, hostId);
    step.queue.push({ do: 'activate', elementId: catcher.id, scopeId, event: error.variables });
    return;
  }
  remember(step, id, { phase: 'errorThrown', error });
  raiseIncident(step, id, 'UNHANDLED_ERROR_EVENT', unhandledMessage(error));
}

function findCatcher(step: Step, hostId: string, code: string): ElementModel | undefined {
  const host = findInstance(step, hostId);
  // The boundary events of a multi-instance activity hang on its body, not on its rounds.
  if (host === undefined || dataOf(host).round !== undefined) return undefined;
  const catchers = step.model.elements.get(host.elementId)?.boundaryEvents ?? [];
  return catchers.find((event) => catches(event, code)) ?? catchers.find((event) => catches(event, null));
}

function catches(event: ElementModel, code: string | null): boolean {
  return event.event?.kind === 'error' && event.event.code === code;
}

function unhandledMessage(error: ThrownError): string {
  const detail = error.message === '' ? '' : ` (${error.message})`;
  return `The error "${error.code}"${detail} was thrown, but no boundary event catches it. Add one to the process, or resolve the cause and then the incident.`;
}
