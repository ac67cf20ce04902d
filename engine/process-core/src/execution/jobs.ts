import type { JobModel, ListenersModel } from '../model/model.ts';
import { evaluateInteger, evaluateText } from './evaluate.ts';
import type { Step } from './step.ts';
import { dataOf, findElement, getElement, getInstance, IncidentSignal, remember } from './step.ts';
import { visibleVariables } from './variables.ts';

const defaultRetries = 3;

export interface JobOptions {
  /** Retries left after a failure; without it the diagram's. */
  readonly retries?: number;
  readonly dueAt?: string | null;
}

/**
 * Asks a worker outside for work: service, script, business rule and send tasks, thrown messages. Where the element
 * stands at an execution listener it is the listener's job.
 */
export function createJob(step: Step, id: string, options: JobOptions = {}): void {
  const { elementId } = getInstance(step, id);
  const { listener } = dataOf(getInstance(step, id));
  const job = jobOf(step, id);
  if (job === null) {
    throw new IncidentSignal('UNKNOWN', `"${elementId}" has no task definition: no worker can know it. Add a type.`);
  }
  step.effects.push({
    type: 'jobCreated',
    elementInstanceId: id,
    elementId,
    jobType: evaluateText(step, id, job.type),
    retries: options.retries ?? evaluateInteger(step, id, job.retries, defaultRetries),
    headers: { ...job.headers },
    variables: visibleVariables(step, id),
    dueAt: options.dueAt ?? null,
    ...(listener === undefined ? {} : { listener: listener.on }),
  });
  remember(step, id, { job: true });
}

function jobOf(step: Step, id: string): JobModel | null {
  const { listener } = dataOf(getInstance(step, id));
  if (listener !== undefined) return listenersOf(step, id)[listener.on][listener.index] ?? null;
  return getElement(step, getInstance(step, id).elementId).job;
}

/** The execution listeners of an element, or of the process itself. */
export function listenersOf(step: Step, id: string): ListenersModel {
  return findElement(step, id)?.listeners ?? step.model.listeners;
}
