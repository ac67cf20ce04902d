import { throwError } from '../elements/event-definitions/error.ts';
import { attempt } from './attempt.ts';
import { createJob } from './jobs.ts';
import { openProcess } from './start.ts';
import type { Step } from './step.ts';
import { dataOf, enqueueComplete, findInstance, remember } from './step.ts';
import { begin, enter, workAgain } from './transitions.ts';

/** Repeats what failed when the incident was raised. It may fail again: that is a new incident. */
export function retryIncident(step: Step, id: string): void {
  const instance = findInstance(step, id);
  if (instance === undefined) return;
  const { phase, completion, error, halted } = dataOf(instance);
  remember(step, id, { phase: undefined, error: undefined });
  switch (phase) {
    case 'opening':
      return openProcess(step);
    case 'activating':
      return enter(step, id);
    case 'beginning':
      return begin(step, id);
    case 'working':
      return workAgain(step, id);
    case 'completing':
      remember(step, id, { completion: undefined });
      return enqueueComplete(step, id, completion);
    case 'jobFailed':
      attempt(step, id, phase, () => createJob(step, id));
      return;
    case 'errorThrown':
      return throwError(step, id, error ?? { code: '', message: '', variables: {} });
    case 'halted':
      remember(step, id, { halted: undefined });
      step.queue.push(...(halted ?? []));
      return;
    case undefined:
  }
}
