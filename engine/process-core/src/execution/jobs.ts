import type { ElementModel } from '../model/model.ts';
import { evaluateInteger, evaluateText } from './evaluate.ts';
import type { Step } from './step.ts';
import { dataOf, getElement, getInstance, IncidentSignal, remember } from './step.ts';
import { visibleVariables } from './variables.ts';

const defaultRetries = 3;

export interface JobOptions {
  /** Retries left after a failure; without it the diagram's. */
  readonly retries?: number;
  readonly dueAt?: string | null;
}

/** Creates the job of an element instance anew: its own, or that of the listener it stands at. */
export function recreateJob(step: Step, id: string, options: JobOptions = {}): void {
  createJob(step, id, getElement(step, getInstance(step, id).elementId), options);
}

/** Asks a worker outside for work: service, script, business rule and send tasks, thrown messages. */
export function createJob(step: Step, id: string, element: ElementModel, options: JobOptions = {}): void {
  const { listener } = dataOf(getInstance(step, id));
  const job = listener === undefined ? element.job : (element.listeners[listener.on][listener.index] ?? null);
  if (job === null) {
    throw new IncidentSignal('UNKNOWN', `"${element.id}" has no task definition: no worker can know it. Add a type.`);
  }
  step.effects.push({
    type: 'jobCreated',
    elementInstanceId: id,
    elementId: element.id,
    jobType: evaluateText(step, id, job.type),
    retries: options.retries ?? evaluateInteger(step, id, job.retries, defaultRetries),
    headers: { ...job.headers },
    variables: visibleVariables(step, id),
    dueAt: options.dueAt ?? null,
    ...(listener === undefined ? {} : { listener: listener.on }),
  });
  remember(step, id, { job: true });
}
