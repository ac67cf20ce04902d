import { compileExpression, stripEquals } from '@esocial/process-core/feel/compile.ts';
import type { Json, Variables } from '@esocial/process-core/types.ts';
import type { CreatedJob, StepSheet } from '../embedded/step-sheet.ts';

/**
 * Does a job by writing rows on the step's sheet, so that its effect commits with its completion; gives the variables
 * it brings. Whatever goes outside leaves through the outbox. Throwing fails the job, which is tried again.
 */
export type JobHandler = (sheet: StepSheet, job: CreatedJob) => Variables;

/** A header of the task: text, or FEEL over the task's variables when it begins with `=`. */
export function readHeader(job: CreatedJob, name: string, now: Date): Json {
  const text = job.headers[name];
  if (text === undefined) return null;
  const expression = stripEquals(text);
  return expression === undefined
    ? text
    : compileExpression(expression).evaluate(job.variables, { now: now.toISOString() }).value;
}

export function readText(job: CreatedJob, name: string, now: Date): string | null {
  const value = readHeader(job, name, now);
  return typeof value === 'string' && value !== '' ? value : null;
}
