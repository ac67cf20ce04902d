import { evaluateText } from '../../execution/evaluate.ts';
import type { Step } from '../../execution/step.ts';
import { dataOf, getInstance, IncidentSignal, remember } from '../../execution/step.ts';
import { localVariables } from '../../execution/variables.ts';
import type { ElementModel, EventModel } from '../../model/model.ts';

type SignalModel = Extract<EventModel, { kind: 'signal' }>;

/** Begins to wait for the signal of `event` on the instance that waits for it. Its name is read now, once. */
export function openSignal(step: Step, ownerId: string, event: ElementModel, signal: SignalModel): void {
  const signalName = readName(step, ownerId, event, signal);
  const subscriptionId = step.context.newId();
  const subscriptions = { ...dataOf(getInstance(step, ownerId)).subscriptions, [subscriptionId]: event.id };
  remember(step, ownerId, { subscriptions });
  step.effects.push({
    type: 'signalSubscriptionOpened',
    subscriptionId,
    elementInstanceId: ownerId,
    elementId: event.id,
    signalName,
  });
}

/** Throws the signal to everybody, with what the input mappings of the event gave it and nothing else. */
export function throwSignal(step: Step, id: string, event: ElementModel, signal: SignalModel): void {
  const name = readName(step, id, event, signal);
  step.effects.push({ type: 'signalThrown', name, variables: { ...localVariables(step, id) } });
}

function readName(step: Step, id: string, event: ElementModel, signal: SignalModel): string {
  if (signal.name === null) throw new IncidentSignal('EXTRACT_VALUE_ERROR', `"${event.id}" has no signal. Name one.`);
  return evaluateText(step, id, signal.name);
}
