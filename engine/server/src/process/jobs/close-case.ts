import type { JobHandler } from './job-handler.ts';
import { readText } from './job-handler.ts';

/** `esocial.case.close`: closes the case, with the headers `outcome` and `reason`. */
export const closeCase: JobHandler = (sheet, job) => {
  const outcome = readText(job, 'outcome', sheet.now);
  const reason = readText(job, 'reason', sheet.now);
  sheet.facts = { ...sheet.facts, status: 'closed', outcome: outcome ?? sheet.facts.outcome };
  sheet.rows.events.push({ kind: 'case', event: 'case.closed', params: { outcome, reason } });
  return {};
};
