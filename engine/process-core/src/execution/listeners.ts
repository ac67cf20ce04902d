import type { ElementModel } from '../model/model.ts';
import type { Variables } from '../types.ts';
import { attempt } from './attempt.ts';
import { createJob, recreateJob } from './jobs.ts';
import type { Completion, Step } from './step.ts';
import { dataOf, getElement, getInstance, remember } from './step.ts';
import { propagate, setLocal } from './variables.ts';

/** Opens the job of the first execution listener, if there is one; the element goes on after the last. */
export function listen(
  step: Step,
  id: string,
  element: ElementModel,
  on: 'start' | 'end',
  completion?: Completion,
): boolean {
  if (element.listeners[on].length === 0) return false;
  remember(step, id, { listener: { on, index: 0, ...(completion === undefined ? {} : { completion }) } });
  createJob(step, id, element);
  return true;
}

/** A listener is done: what it brings is local to the element at its start, and goes to the scope around at its end. */
export function listenerDone(step: Step, id: string, variables: Variables): void {
  attempt(step, id, 'jobFailed', () => {
    const { elementId, parentId } = getInstance(step, id);
    const { listener } = dataOf(getInstance(step, id));
    if (listener === undefined) return;
    const { on, index, completion } = listener;
    if (on === 'start') setLocal(step, id, variables);
    else propagate(step, parentId ?? step.rootId, variables);
    if (index + 1 < getElement(step, elementId).listeners[on].length) {
      remember(step, id, { listener: { ...listener, index: index + 1 } });
      recreateJob(step, id);
      return;
    }
    remember(step, id, { listener: undefined });
    if (on === 'start') step.queue.push({ do: 'begin', id });
    else step.queue.push({ do: 'complete', id, completion: { ...completion, listened: true } });
  });
}
