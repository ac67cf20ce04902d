import { openSubscription } from '../elements/event-definitions/message.ts';
import { openSignal } from '../elements/event-definitions/signal.ts';
import { renewTimer, setTimer } from '../elements/event-definitions/timer.ts';
import type { ElementModel } from '../model/model.ts';
import type { Variables } from '../types.ts';
import type { Step, TimerData } from './step.ts';
import { dataOf, enqueueComplete, getElement, getInstance, IncidentSignal, remember } from './step.ts';
import { clearScope, closeEvents, terminate, without } from './terminate.ts';

/** Begins to wait for a catch event on behalf of `ownerId`: the event itself, its host or its gateway. */
export function openEvent(step: Step, ownerId: string, event: ElementModel): void {
  if (event.event?.kind === 'timer') setTimer(step, ownerId, event, event.event);
  else if (event.event?.kind === 'message') openSubscription(step, ownerId, event, event.event);
  else if (event.event?.kind === 'signal') openSignal(step, ownerId, event, event.event);
  else if (event.event?.kind === 'link') enqueueComplete(step, ownerId);
  else if (!isLookedFor(event)) {
    throw new IncidentSignal(
      'UNKNOWN',
      `The engine cannot wait for the event "${event.id}". Use a timer, a message or a signal.`,
    );
  }
}

/** These are looked for when they are thrown; nothing waits for them. */
function isLookedFor({ event }: ElementModel): boolean {
  return event?.kind === 'error' || event?.kind === 'escalation' || event?.kind === 'compensation';
}

/** A timer of this instance has gone off. */
export function fireTimer(step: Step, ownerId: string, timerId: string, timer: TimerData): void {
  const { timers = {} } = dataOf(getInstance(step, ownerId));
  remember(step, ownerId, { timers: without(timers, [timerId]) });
  if (!getElement(step, timer.event).interrupting) renewTimer(step, ownerId, timer);
  trigger(step, ownerId, getElement(step, timer.event), {});
}

/** A message or signal has reached a subscription of this instance. A non-interrupting boundary event goes on listening. */
export function receiveMessage(step: Step, ownerId: string, subscriptionId: string, variables: Variables): void {
  const { subscriptions = {} } = dataOf(getInstance(step, ownerId));
  const event = getElement(step, subscriptions[subscriptionId] ?? '');
  if (event.interrupting) {
    remember(step, ownerId, { subscriptions: without(subscriptions, [subscriptionId]) });
    step.effects.push({ type: 'subscriptionClosed', subscriptionId });
  }
  trigger(step, ownerId, event, variables);
}

/** What a triggered event does depends on who waited for it. */
export function trigger(step: Step, ownerId: string, event: ElementModel, variables: Variables): void {
  const owner = getInstance(step, ownerId);
  if (event.type === 'startEvent') startEventSubProcess(step, ownerId, event, variables);
  else if (event.type === 'boundaryEvent') {
    const scopeId = owner.parentId ?? step.rootId;
    if (event.interrupting) terminate(step, ownerId);
    step.queue.push({ do: 'activate', elementId: event.id, scopeId, event: variables });
  } else if (owner.elementId === event.id) {
    enqueueComplete(step, ownerId, { variables });
  } else {
    const flows = event.incoming.filter((flow) => flow.sourceId === owner.elementId).map((flow) => flow.id);
    enqueueComplete(step, ownerId, { flows, event: variables });
  }
}

/** An interrupting event sub-process ends all else in its scope, and its scope listens for no further start. */
export function startEventSubProcess(step: Step, scopeId: string, start: ElementModel, variables: Variables): void {
  if (start.interrupting) {
    clearScope(step, scopeId);
    closeEvents(step, scopeId, (eventId) => step.model.elements.get(eventId)?.type === 'startEvent');
  }
  step.queue.push({ do: 'activate', elementId: start.scopeId, scopeId, event: variables });
}
