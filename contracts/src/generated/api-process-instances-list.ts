// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A page of process instances, the newest first.
 */
export interface ProcessInstanceList {
  items: ProcessInstanceItem[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
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
