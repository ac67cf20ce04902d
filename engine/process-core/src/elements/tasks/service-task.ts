import { createJob } from '../../execution/jobs.ts';
import type { ElementBehavior } from '../../execution/step.ts';

/** Work for a machine: a job of the type that the task definition names. */
export const serviceTask: ElementBehavior = {
  activate: (step, id) => createJob(step, id),
};
