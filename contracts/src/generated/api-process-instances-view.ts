// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A process instance for those who look after processes: where it is and what it waits for; names of variables, never their values.
 */
export interface ProcessInstanceView {
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
  /**
   * For If-Match.
   */
  version: number;
  takenFlows: string[];
  completedElements: string[];
  incidents: Incident[];
  calledInstances: {
    id: string;
    elementId: string;
    processId: string;
    status: string;
  }[];
  suspension?: {
    since: string;
    reason: string;
    by?: {
      id: string;
      displayName: string;
    };
  };
  /**
   * Active element instances, the process itself first.
   */
  elements: {
    elementInstanceId: string;
    elementId: string;
    elementName: string;
    elementType: string;
    /**
     * Null: the process itself.
     */
    parentId: string | null;
    variableNames: string[];
  }[];
  timers: {
    timerId: string;
    elementId: string;
    dueAt?: string;
    /**
     * While suspended: what is left of it.
     */
    remainingSeconds?: number;
    failures: number;
  }[];
  jobs: {
    elementInstanceId: string;
    elementId: string;
    jobType: string;
    retries: number;
    dueAt?: string;
    lockedUntil?: string;
    failures: number;
  }[];
  subscriptions: {
    subscriptionId: string;
    elementId: string;
    kind: 'message' | 'signal';
    name: string;
  }[];
  tasks: {
    id: string;
    elementId: string;
    name: string;
    state: string;
  }[];
  permissions: {
    modify: boolean;
    cancel: boolean;
    suspend: boolean;
    migrate: boolean;
    setVariables: boolean;
    readVariables: boolean;
  };
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
