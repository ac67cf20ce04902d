import { dropIncidents } from './incidents.ts';
import type { Step } from './step.ts';
import { childrenOf, dataOf, findInstance, getInstance, remember, typeOf } from './step.ts';

/** Ends an element instance and all within it, innermost first, and takes back what it asked for outside. */
export function terminate(step: Step, id: string): void {
  if (findInstance(step, id) === undefined) return;
  for (const childId of childrenOf(step, id)) terminate(step, childId);
  withdrawWork(step, id);
  closeEvents(step, id);
  dropIncidents(step, id);
  pushChange(step, id, 'terminated');
  forget(step, id);
}

/** Removes a finished element instance with its variables and what was still queued for it. */
export function forget(step: Step, id: string): void {
  delete step.elements[id];
  delete step.variables[id];
  if (step.queue.some((work) => belongsTo(work, id))) step.queue = step.queue.filter((work) => !belongsTo(work, id));
}

function belongsTo(work: Step['queue'][number], id: string): boolean {
  return work.do === 'complete' ? work.id === id : work.scopeId === id;
}

/** Takes back the user task, job or called instance of an element instance. */
export function withdrawWork(step: Step, id: string): void {
  const instance = getInstance(step, id);
  const data = dataOf(instance);
  if (data.task !== undefined) {
    step.effects.push({ type: 'userTaskWithdrawn', elementInstanceId: id, elementId: instance.elementId });
  }
  if (data.job !== undefined) step.effects.push({ type: 'jobWithdrawn', elementInstanceId: id });
  if (data.childInstanceId !== undefined) {
    step.effects.push({ type: 'calledInstanceCancelled', childInstanceId: data.childInstanceId });
  }
}

/** Cancels the timers and closes the subscriptions of an element instance. */
export function closeEvents(step: Step, id: string): void {
  const { timers, subscriptions } = dataOf(getInstance(step, id));
  if (timers === undefined && subscriptions === undefined) return;
  for (const timerId of Object.keys(timers ?? {})) step.effects.push({ type: 'timerCancelled', timerId });
  for (const subscriptionId of Object.keys(subscriptions ?? {})) {
    step.effects.push({ type: 'subscriptionClosed', subscriptionId });
  }
  remember(step, id, { timers: undefined, subscriptions: undefined });
}

export function pushChange(step: Step, id: string, transition: 'activated' | 'completed' | 'terminated'): void {
  const { elementId, parentId } = getInstance(step, id);
  step.effects.push({
    type: 'elementChanged',
    transition,
    elementId,
    elementType: typeOf(step, id),
    elementInstanceId: id,
    parentId,
  });
}
