import { createJob } from '../../execution/jobs.ts';
import type { ElementBehavior } from '../../execution/step.ts';

/** Sends a message outward. As on Zeebe it is a job; the worker knows where the message goes. */
export const sendTask: ElementBehavior = {
  activate: (step, id) => createJob(step, id),
};
