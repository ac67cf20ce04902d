import type { Variables } from '../types.ts';
import { attempt } from './attempt.ts';
import { createJob, listenersOf } from './jobs.ts';
import type { Completion, Step } from './step.ts';
import { dataOf, getInstance, remember } from './step.ts';
import { propagate, setLocal } from './variables.ts';

/** Opens the job of the first execution listener, if there is one; the element (or process) goes on after the last. */
export function listen(step: Step, id: string, on: 'start' | 'end', completion?: Completion): boolean {
  if (listenersOf(step, id)[on].length === 0) return false;
  remember(step, id, { listener: { on, index: 0, ...(completion === undefined ? {} : { completion }) } });
  createJob(step, id);
  return true;
}

/** A listener is done: what it brings is local to the element at its start, and goes to the scope around at its end. */
export function listenerDone(step: Step, id: string, variables: Variables): void {
  const { listener } = dataOf(getInstance(step, id));
  if (
    listener === undefined ||
    !attempt(step, id, 'jobFailed', () => takeVariables(step, id, listener.on, variables))
  ) {
    return;
  }
  const { on, index, completion } = listener;
  if (index + 1 < listenersOf(step, id)[on].length) {
    remember(step, id, { listener: { ...listener, index: index + 1 } });
    attempt(step, id, 'jobFailed', () => createJob(step, id));
    return;
  }
  remember(step, id, { listener: undefined });
  if (on === 'start') step.queue.push({ do: 'begin', id });
  else step.queue.push({ do: 'complete', id, completion: { ...completion, listened: true } });
}

function takeVariables(step: Step, id: string, on: 'start' | 'end', variables: Variables): void {
  if (on === 'start') setLocal(step, id, variables);
  else propagate(step, getInstance(step, id).parentId ?? step.rootId, variables);
}
