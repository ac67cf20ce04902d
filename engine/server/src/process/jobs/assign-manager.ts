import { AppError } from '../../errors/app-error.ts';
import { isId, newId } from '../../ids/new-id.ts';
import type { JobHandler } from './job-handler.ts';

/**
 * `esocial.case.assign-manager`: makes the variable `assignee` the case's manager: a user's id, `previous` for who
 * has just acted, or `starter` for who opened the case.
 */
export const assignManager: JobHandler = (sheet, job) => {
  const assignee = job.variables['assignee'];
  const managerId = assignee === 'previous' ? sheet.actorId : assignee === 'starter' ? sheet.facts.openedBy : assignee;
  if (typeof managerId !== 'string' || !isId(managerId)) {
    throw new AppError(
      'job_refused',
      500,
      `The variable "assignee" of ${job.elementId} must be a user's id, "previous" or "starter"`,
    );
  }
  if (managerId === sheet.facts.managerId) return {};
  sheet.facts = { ...sheet.facts, managerId };
  sheet.rows.events.push({ kind: 'case', event: 'manager.assigned', params: { userId: managerId } });
  if (managerId !== sheet.actorId) {
    sheet.rows.notifications.push({ id: newId(), user_id: managerId, kind: 'case.managed', params: {}, task_id: null });
  }
  return {};
};
