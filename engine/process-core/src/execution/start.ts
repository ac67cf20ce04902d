import type { ElementModel } from '../model/model.ts';
import type { Variables } from '../types.ts';
import { CommandRejected } from '../types.ts';
import type { Step } from './step.ts';
import { IncidentSignal } from './step.ts';
import { pushChange } from './terminate.ts';
import { setLocal } from './variables.ts';

/**
 * Puts the first token on a start event. The variable `data` (the start form's submission) is seen by the start
 * event's output mappings only; the others become variables of the process.
 */
export function startProcess(step: Step, variables: Variables, startElementId: string | undefined): void {
  const start = getStartEvent(step, startElementId);
  step.elements[step.rootId] = { elementId: step.model.id, parentId: null };
  pushChange(step, step.rootId, 'activated');
  const { data, ...others } = variables;
  try {
    setLocal(step, step.rootId, others);
  } catch (error) {
    if (error instanceof IncidentSignal) throw new CommandRejected('INVALID_ARGUMENT', error.message);
    throw error;
  }
  const event = data === undefined ? {} : { event: { data } };
  step.queue.push({ do: 'activate', elementId: start.id, scopeId: step.rootId, ...event });
}

function getStartEvent(step: Step, startElementId: string | undefined): ElementModel {
  const starts = step.model.startEvents.get(step.model.id) ?? [];
  const start =
    startElementId === undefined
      ? starts.find((event) => event.event === null)
      : starts.find((event) => event.id === startElementId);
  if (start !== undefined) return start;
  const wanted = startElementId === undefined ? 'none start event' : `start event "${startElementId}"`;
  throw new CommandRejected('INVALID_ARGUMENT', `The process "${step.model.id}" has no ${wanted}.`);
}
