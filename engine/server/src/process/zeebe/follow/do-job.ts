import type { CreatedJob, StepSheet } from '../../embedded/step-sheet.ts';
import { jobHandlers } from '../../jobs/job-handlers.ts';
import type { ZeebeCommand } from '../commands/zeebe-command.ts';

/**
 * Does a job of the broker by the handlers of the embedded engine, its rows on the sheet. The answer to the broker
 * commits with them, so a job has its effect once however often it is sent.
 */
export function doJob(sheet: StepSheet, job: CreatedJob, jobKey: string): ZeebeCommand {
  try {
    const handler = jobHandlers.get(job.jobType);
    if (!handler) throw new Error(`No worker here does jobs of the type ${job.jobType}`);
    return { kind: 'completeJob', jobKey, variables: handler(sheet, job) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failJob', jobKey, retries: Math.max(0, job.retries - 1), message };
  }
}
