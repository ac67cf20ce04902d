// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Where a process instance is, for the diagram.
 */
export interface ProcessInstanceDetail {
  id: string;
  caseId: string;
  workflowKey: string;
  workflowVersionId: string;
  processId: string;
  parentInstanceId?: string;
  status: 'active' | 'suspended' | 'completed' | 'terminated';
  startedAt: string;
  endedAt?: string;
  activeElements: string[];
  takenFlows: string[];
  completedElements: string[];
  incidents: Incident[];
  calledInstances: {
    id: string;
    elementId: string;
    processId: string;
    status: string;
  }[];
}
export interface Incident {
  id: string;
  instanceId: string;
  caseId?: string;
  caseNumber?: string;
  elementId: string;
  elementName?: string;
  kind: string;
  message: string;
  raisedAt: string;
  resolvedAt?: string;
}
