// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A process instance in a list; nothing personal.
 */
export interface ProcessInstanceItem {
  id: string;
  caseId: string;
  caseNumber: string;
  workflowKey: string;
  workflowTitle: string;
  workflowVersionId: string;
  workflowNumber: number;
  processId: string;
  parentInstanceId?: string;
  status: 'active' | 'suspended' | 'completed' | 'terminated';
  startedAt: string;
  endedAt?: string;
  activeElements: string[];
  openIncidents: number;
}
