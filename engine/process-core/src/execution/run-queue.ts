import { raiseIncident } from './incidents.ts';
import { releaseInclusiveJoins } from './joins.ts';
import type { Step, Work } from './step.ts';
import { dataOf, findInstance, remember } from './step.ts';
import { activate, begin, complete } from './transitions.ts';

/** Transitions that one step may take before it is held to be an endless loop. */
export const maxTransitions = 10_000;

/** Moves tokens until all of them wait. */
export function runQueue(step: Step): void {
  do {
    for (let work = step.queue.shift(); work !== undefined; work = step.queue.shift()) {
      if (step.transitions === maxTransitions) {
        halt(step, work);
        return;
      }
      step.transitions += 1;
      if (work.do === 'activate') activate(step, work);
      else if (work.do === 'begin') begin(step, work.id);
      else complete(step, work.id, work.completion);
    }
  } while (step.status === 'active' && releaseInclusiveJoins(step));
}

/** Keeps what is left to do; resolving the incident goes on with it. */
function halt(step: Step, next: Work): void {
  const elementId = next.do === 'activate' ? next.elementId : (findInstance(step, next.id)?.elementId ?? next.id);
  const { halted = [] } = dataOf(findInstance(step, step.rootId));
  remember(step, step.rootId, { phase: 'halted', halted: [...halted, next, ...step.queue] });
  step.queue = [];
  raiseIncident(
    step,
    step.rootId,
    'UNKNOWN',
    `The instance took ${maxTransitions} transitions without waiting, last at "${elementId}": most likely an endless ` +
      'loop. Correct the variables that its conditions read, then resolve the incident.',
    elementId,
  );
}
