import { AppError } from '../../errors/app-error.ts';
import { newId } from '../../ids/new-id.ts';
import type { StepSheet } from '../embedded/step-sheet.ts';
import type { JobHandler } from './job-handler.ts';
import { readText } from './job-handler.ts';

/**
 * `esocial.notify`: tells those whom the header `to` names (assignee, caseManager, starter, candidates, supervisor)
 * the text of the header `template`. Candidates and supervisors are found after the commit, through the outbox.
 */
export const notify: JobHandler = (sheet, job) => {
  const text = readText(job, 'template', sheet.now) ?? job.elementId;
  for (const to of (readText(job, 'to', sheet.now) ?? 'caseManager').split(',').map((part) => part.trim())) {
    notifyOne(sheet, to, text);
  }
  return {};
};

function notifyOne(sheet: StepSheet, to: string, text: string): void {
  if (to === 'candidates' || to === 'supervisor') {
    const { id: caseId, institutionId } = sheet.facts;
    const roles = to === 'candidates' ? (sheet.rows.queues.at(-1)?.roles ?? []) : [];
    sheet.rows.outbox.push({
      topic: 'notification.requested',
      payload: {
        id: newId(),
        to,
        roles,
        institutionId,
        caseId,
        taskId: null,
        kind: 'process.message',
        params: { text },
      },
    });
    return;
  }
  const userId = recipient(sheet, to);
  if (userId)
    sheet.rows.notifications.push({
      id: newId(),
      user_id: userId,
      kind: 'process.message',
      params: { text },
      task_id: null,
    });
}

function recipient({ facts, actorId, rows }: StepSheet, to: string): string | null {
  switch (to) {
    case 'assignee':
      return rows.tasks.at(-1)?.assignee_id ?? actorId;
    case 'caseManager':
      return facts.managerId ?? facts.openedBy;
    case 'starter':
      return facts.openedBy;
    default:
      throw new AppError(
        'job_refused',
        500,
        `The header "to" must be assignee, candidates, caseManager, supervisor or starter`,
      );
  }
}
