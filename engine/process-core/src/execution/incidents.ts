import type { IncidentKind } from '../types.ts';
import type { Step } from './step.ts';
import { getInstance } from './step.ts';

/** Raises an incident at an element instance; its token stands still, the others go on. */
export function raiseIncident(step: Step, id: string, kind: IncidentKind, message: string, elementId?: string): void {
  const incidentId = step.context.newId();
  step.incidents[incidentId] = { elementInstanceId: id, kind, message };
  step.effects.push({
    type: 'incidentRaised',
    incidentId,
    elementInstanceId: id,
    elementId: elementId ?? getInstance(step, id).elementId,
    kind,
    message,
  });
}

/** Closes the incidents of an element instance that is no more. */
export function dropIncidents(step: Step, id: string): void {
  for (const [incidentId, incident] of Object.entries(step.incidents)) {
    if (incident.elementInstanceId === id) closeIncident(step, incidentId);
  }
}

export function closeIncident(step: Step, incidentId: string): void {
  delete step.incidents[incidentId];
  step.effects.push({ type: 'incidentResolved', incidentId });
}
