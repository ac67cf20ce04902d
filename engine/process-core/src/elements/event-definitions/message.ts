import { evaluate, evaluateText, wrongType } from '../../execution/evaluate.ts';
import type { Step } from '../../execution/step.ts';
import { dataOf, getInstance, IncidentSignal, remember } from '../../execution/step.ts';
import type { ElementModel, EventModel } from '../../model/model.ts';

type MessageModel = Extract<EventModel, { kind: 'message' }>;

/** Opens the subscription of `event` on the instance that waits for it. The correlation key is read now, once. */
export function openSubscription(step: Step, ownerId: string, event: ElementModel, message: MessageModel): void {
  const messageName = readName(step, ownerId, event, message);
  const correlationKey = readCorrelationKey(step, ownerId, event, message);
  const subscriptionId = step.context.newId();
  const subscriptions = { ...dataOf(getInstance(step, ownerId)).subscriptions, [subscriptionId]: event.id };
  remember(step, ownerId, { subscriptions });
  step.effects.push({
    type: 'subscriptionOpened',
    subscriptionId,
    elementInstanceId: ownerId,
    elementId: event.id,
    messageName,
    correlationKey,
  });
}

function readName(step: Step, ownerId: string, event: ElementModel, message: MessageModel): string {
  if (message.name === null) {
    throw new IncidentSignal('EXTRACT_VALUE_ERROR', `"${event.id}" waits for a message without a name. Name it.`);
  }
  return evaluateText(step, ownerId, message.name);
}

function readCorrelationKey(step: Step, ownerId: string, event: ElementModel, message: MessageModel): string {
  if (message.correlationKey === null) {
    throw new IncidentSignal('EXTRACT_VALUE_ERROR', `The message of "${event.id}" has no correlation key. Add one.`);
  }
  const key = evaluate(step, ownerId, message.correlationKey);
  if (typeof key === 'number') return String(key);
  if (typeof key !== 'string' || key === '') {
    throw wrongType(message.correlationKey, 'a STRING or a NUMBER (the correlation key)', key);
  }
  return key;
}
