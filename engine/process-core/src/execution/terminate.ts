import { dropIncidents } from './incidents.ts';
import type { Step } from './step.ts';
import { dataOf, findInstance, getInstance, remember, typeOf } from './step.ts';

/** Ends an element instance and all within it, innermost first, and takes back what it asked for outside. */
export function terminate(step: Step, id: string): void {
  terminateTree(step, id, findChildren(step));
}

/** Ends the whole instance. */
export function terminateInstance(step: Step): void {
  terminate(step, step.rootId);
  step.status = 'terminated';
  step.suspendedAt = undefined;
  step.queue = [];
  step.effects.push({ type: 'instanceTerminated' });
}

type Children = ReadonlyMap<string | null, readonly string[]>;

/** Looked up once: a multi-instance activity may have a thousand. */
function findChildren(step: Step): Children {
  const children = new Map<string | null, string[]>();
  for (const [id, { parentId }] of Object.entries(step.elements)) {
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [id]);
    else siblings.push(id);
  }
  return children;
}

function terminateTree(step: Step, id: string, children: Children): void {
  if (findInstance(step, id) === undefined) return;
  for (const childId of children.get(id) ?? []) terminateTree(step, childId, children);
  withdrawWork(step, id);
  closeEvents(step, id);
  dropIncidents(step, id);
  pushChange(step, id, 'terminated');
  forget(step, id);
}

/** Removes a finished element instance with its variables; work still queued for it is skipped when its turn comes. */
export function forget(step: Step, id: string): void {
  delete step.elements[id];
  delete step.variables[id];
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

/** Ends everything in a scope but the scope itself: tokens, waiting joins and queued work. */
export function clearScope(step: Step, scopeId: string, exceptId?: string): void {
  const children = findChildren(step);
  for (const id of children.get(scopeId) ?? []) if (id !== exceptId) terminateTree(step, id, children);
  remember(step, scopeId, { joins: undefined });
  step.queue = step.queue.filter((work) => work.do !== 'activate' || work.scopeId !== scopeId);
}

/** Cancels the timers and closes the subscriptions of an element instance: all, or those of some events. */
export function closeEvents(step: Step, id: string, concerns: (eventId: string) => boolean = () => true): void {
  const { timers = {}, subscriptions = {} } = dataOf(getInstance(step, id));
  const cancelled = Object.keys(timers).filter((timerId) => concerns(timers[timerId]?.event ?? ''));
  const closed = Object.keys(subscriptions).filter((subscriptionId) => concerns(subscriptions[subscriptionId] ?? ''));
  if (cancelled.length + closed.length === 0) return;
  // A suspended instance has cancelled its timers already.
  if (step.suspendedAt === undefined) {
    for (const timerId of cancelled) step.effects.push({ type: 'timerCancelled', timerId });
  }
  for (const subscriptionId of closed) step.effects.push({ type: 'subscriptionClosed', subscriptionId });
  remember(step, id, { timers: without(timers, cancelled), subscriptions: without(subscriptions, closed) });
}

/** A record without some keys; undefined when nothing is left. */
export function without<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> | undefined {
  const left = Object.entries(record).filter(([key]) => !keys.includes(key));
  return left.length === 0 ? undefined : Object.fromEntries(left);
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
