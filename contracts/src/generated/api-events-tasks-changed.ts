// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Ids only, no personal data.
 */
export interface TasksChangedEvent {
  type: 'tasks.changed';
  taskIds: string[];
  caseId?: string;
  queueIds: string[];
  assigneeIds: string[];
  institutionIds: string[];
}
