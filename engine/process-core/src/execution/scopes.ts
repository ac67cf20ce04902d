import type { ElementModel } from '../model/model.ts';
import type { Variables } from '../types.ts';
import { openEvent } from './events.ts';
import type { Step } from './step.ts';
import { getInstance, IncidentSignal } from './step.ts';

/** The scope begins to listen for the starts of its event sub-processes. */
export function openEventStarts(step: Step, scopeId: string): void {
  const { elementId } = getInstance(step, scopeId);
  for (const start of step.model.eventStarts.get(elementId) ?? []) openEvent(step, scopeId, start);
}

/** Begins to listen, then puts the first token of a sub-process on its start event. */
export function openScope(step: Step, scopeId: string, start: ElementModel | undefined, event?: Variables): void {
  if (start === undefined) {
    const { elementId } = getInstance(step, scopeId);
    throw new IncidentSignal('UNKNOWN', `The sub-process "${elementId}" has no start event to begin at. Add one.`);
  }
  openEventStarts(step, scopeId);
  step.queue.push({ do: 'activate', elementId: start.id, scopeId, ...(event === undefined ? {} : { event }) });
}
