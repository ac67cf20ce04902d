import type { ElementModel } from '../model/model.ts';
import type { Command, Variables } from '../types.ts';
import { CommandRejected } from '../types.ts';
import { attempt } from './attempt.ts';
import { listen } from './listeners.ts';
import { openEventStarts } from './scopes.ts';
import type { Step, Work } from './step.ts';
import { dataOf, getInstance, remember } from './step.ts';
import { pushChange } from './terminate.ts';
import { refuseTooLarge, setLocal } from './variables.ts';

type StartCommand = Extract<Command, { type: 'start' }>;

/**
 * Puts the first token on a start event. The variable `data` (the start form's submission) is seen by the start
 * event's output mappings only, and with mappings so is what a message brings; the rest become variables of the process.
 */
export function startProcess(step: Step, { variables, startElementId, event = {}, called }: StartCommand): void {
  const start = getStartEvent(step, startElementId);
  const { data, ...others } = variables;
  const isMapped = start.outputs.length > 0;
  const seen = isMapped ? { ...event, ...(data === undefined ? {} : { data }) } : {};
  const work: Work = { do: 'activate', elementId: start.id, scopeId: step.rootId, event: seen };
  step.elements[step.rootId] = { elementId: step.model.id, parentId: null };
  pushChange(step, step.rootId, 'activated');
  setWithinLimit(step, step.rootId, isMapped ? others : { ...event, ...others });
  remember(step, step.rootId, { halted: [work], called });
  openProcess(step);
}

/** The start listeners of the process, if it has any; its start waits for them. Repeated when an incident is resolved. */
export function openProcess(step: Step): void {
  attempt(step, step.rootId, 'opening', () => {
    if (!listen(step, step.rootId, 'start')) releaseStart(step);
  });
}

/** The start listeners of the process are done. */
export function beginProcess(step: Step): void {
  attempt(step, step.rootId, 'beginning', () => releaseStart(step));
}

/** Begins to listen for event sub-processes and sets the held start free. */
function releaseStart(step: Step): void {
  openEventStarts(step, step.rootId);
  step.queue.push(...(dataOf(getInstance(step, step.rootId)).halted ?? []));
  remember(step, step.rootId, { halted: undefined });
}

/** @throws CommandRejected when there are too many. */
export function setWithinLimit(step: Step, scopeId: string, variables: Variables): void {
  refuseTooLarge(variables);
  setLocal(step, scopeId, variables);
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
