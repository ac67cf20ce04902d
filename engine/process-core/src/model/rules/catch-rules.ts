import type { ElementModel, EventModel, ProcessModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** What is caught at one place must not be caught twice there, and errors end what threw them. */
export const catchRules: ElementRule = (element, model) => [
  ...faultIf(
    element.isErrorBeside,
    'error-beside',
    `"${element.id}" catches an error without interrupting, but an error always ends what threw it. Make it interrupt.`,
  ),
  ...checkTwice(element, model),
];

function checkTwice(element: ElementModel, model: ProcessModel): RuleFault[] {
  const key = keyOf(element.event);
  const others = rivalsOf(element, model);
  const first = others.find((other) => keyOf(other.event) === key);
  if (key === null || first === undefined || first.id === element.id) return [];
  const message = `"${element.id}" catches the same as "${first.id}" does at the same place. Remove one of them.`;
  return [{ rule: 'caught-twice', message }];
}

/** The events that listen at the same activity, or for the same scope. */
function rivalsOf(element: ElementModel, model: ProcessModel): readonly ElementModel[] {
  if (element.type === 'boundaryEvent') return model.elements.get(element.attachedToId ?? '')?.boundaryEvents ?? [];
  const scope = element.type === 'startEvent' ? model.elements.get(element.scopeId) : undefined;
  return scope?.type === 'eventSubProcess' ? (model.eventStarts.get(scope.scopeId) ?? []) : [];
}

/** What an event catches, where that is known beforehand; several timers may stand side by side. */
function keyOf(event: EventModel | null): string | null {
  if (event?.kind === 'error' || event?.kind === 'escalation') return `${event.kind} ${event.code ?? ''}`;
  if (event?.kind === 'message' || event?.kind === 'signal') return `${event.kind} ${event.name?.source ?? ''}`;
  return null;
}
