import { AppError } from '../../errors/app-error.ts';
import type { JobHandler } from './job-handler.ts';
import { readText } from './job-handler.ts';

const statuses = ['active', 'suspended', 'closed'] as const;

/** `esocial.case.set-status`: sets the status that the header `status` names. */
export const setStatus: JobHandler = (sheet, job) => {
  const text = readText(job, 'status', sheet.now);
  const status = statuses.find((candidate) => candidate === text);
  if (!status) throw new AppError('job_refused', 500, `The header "status" must be ${statuses.join(', ')}`);
  if (status === sheet.facts.status) return {};
  sheet.facts = { ...sheet.facts, status };
  sheet.rows.events.push({ kind: 'case', event: `case.${status}` });
  return {};
};
