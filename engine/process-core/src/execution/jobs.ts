import type { ElementModel } from '../model/model.ts';
import { evaluateInteger, evaluateText } from './evaluate.ts';
import type { Step } from './step.ts';
import { IncidentSignal, remember } from './step.ts';
import { visibleVariables } from './variables.ts';

const defaultRetries = 3;

export interface JobOptions {
  /** Retries left after a failure; without it the diagram's. */
  readonly retries?: number;
  readonly dueAt?: string | null;
}

/** Asks a worker outside for work: service, script, business rule and send tasks, thrown messages. */
export function createJob(step: Step, id: string, element: ElementModel, options: JobOptions = {}): void {
  const { job } = element;
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
  });
  remember(step, id, { job: true });
}
