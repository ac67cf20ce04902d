import type { ElementModel, JobModel, ListenersModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** Where Zeebe runs execution listeners, and that each has a type of its own. */
export const listenerRules: ElementRule = (element) => [
  ...faultIf(
    element.listeners.start.length > 0 && !mayStart(element),
    'listener-not-here',
    `The ${element.type} "${element.id}" cannot have a start listener. Put it on the element around or before it.`,
  ),
  ...faultIf(
    element.listeners.end.length > 0 && !mayEnd(element),
    'listener-not-here',
    `The ${element.type} "${element.id}" cannot have an end listener. Put it on the element behind it.`,
  ),
  ...checkListeners(element.id, element.listeners),
];

/** The listeners of an element or a process. */
export function checkListeners(id: string, { start, end }: ListenersModel): RuleFault[] {
  return faultIf(
    hasTwice(start) || hasTwice(end),
    'listener-type',
    `Each execution listener of "${id}" for the same event needs a job type of its own.`,
  );
}

function mayStart({ type }: ElementModel): boolean {
  return type !== 'startEvent' && type !== 'boundaryEvent';
}

function mayEnd({ type, event }: ElementModel): boolean {
  if (type === 'boundaryEvent') return event?.kind !== 'compensation';
  return !type.endsWith('Gateway') && !(type === 'endEvent' && event?.kind === 'error');
}

function hasTwice(listeners: readonly JobModel[]): boolean {
  const types = listeners.map(({ type }) => type.source);
  return types.includes('') || new Set(types).size < types.length;
}
