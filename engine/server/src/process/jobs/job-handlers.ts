import { assignManager } from './assign-manager.ts';
import { closeCase } from './close-case.ts';
import type { JobHandler } from './job-handler.ts';
import { notify } from './notify.ts';
import { setStatus } from './set-status.ts';

/** The job types that the platform does itself, within the step that creates them. */
export const jobHandlers: ReadonlyMap<string, JobHandler> = new Map([
  ['esocial.notify', notify],
  ['esocial.case.close', closeCase],
  ['esocial.case.assign-manager', assignManager],
  ['esocial.case.set-status', setStatus],
]);

export function isHandled(jobType: string): boolean {
  return jobHandlers.has(jobType);
}
