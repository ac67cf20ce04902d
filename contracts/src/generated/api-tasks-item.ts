// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A task as a row of a list.
 */
export interface TaskListItem {
  id: string;
  name: string;
  caseId: string;
  caseNumber: string;
  workflow: {
    key: string;
    title: string;
  };
  stage?: {
    key: string;
    title: string;
  };
  person?: {
    id: string;
    displayName: string;
    birthDate?: string;
    age?: number;
  };
  locality?: string;
  dueAt?: string;
  atRiskAt?: string;
  deadlineState: 'none' | 'onTime' | 'atRisk' | 'overdue';
  priority: number;
  state: 'open' | 'completing' | 'completed' | 'withdrawn';
  assignee?: {
    id: string;
    displayName: string;
  };
  createdAt: string;
  claimedAt?: string;
  completedAt?: string;
  version: number;
  formKey: string;
}
