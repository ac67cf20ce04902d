// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * The case page's header and overview; ETag is the version.
 */
export interface CaseDetail {
  id: string;
  number: string;
  workflow: {
    key: string;
    title: string;
  };
  person?: {
    id: string;
    displayName: string;
    birthDate?: string;
    age?: number;
  };
  status: 'active' | 'suspended' | 'closed';
  stage?: {
    key: string;
    title: string;
  };
  managerName?: string;
  institutionName: string;
  openedAt: string;
  closedAt?: string;
  nextDeadlineAt?: string;
  version: number;
  title: string;
  outcome?: string;
  legalReferenceDate: string;
  manager?: {
    id: string;
    displayName: string;
  };
  stages: {
    key: string;
    title: string;
    /**
     * `ahead`: the procedure can still come there; `skipped`: it has passed it by.
     */
    state: 'done' | 'current' | 'ahead' | 'skipped';
    at?: string;
  }[];
  openTasks: TaskListItem[];
  keyFacts: {
    label: string;
    /**
     * What the FEEL expression gave; null when unknown.
     */
    value:
      | null
      | boolean
      | number
      | string
      | unknown[]
      | {
          [k: string]: unknown;
        };
    /**
     * How a number is shown; money with two decimals.
     */
    format?: 'money';
  }[];
  nextDeadlines: DeadlineView[];
  persons: {
    id: string;
    displayName: string;
    birthDate?: string;
    age?: number;
    role: 'subject' | 'mentioned';
  }[];
  permissions: {
    assignManager: boolean;
    addNote: boolean;
    correctRecord: boolean;
    sendMessage: boolean;
  };
  /**
   * Messages that the procedure waits for now, as its diagram names them.
   */
  messages: {
    name: string;
    elementId: string;
    title: string;
  }[];
  /**
   * What the person may start now in the ad-hoc sub-processes of the procedure.
   */
  activities?: {
    /**
     * Of the ad-hoc sub-process that is open.
     */
    elementInstanceId: string;
    elementId: string;
    name: string;
    /**
     * How many times it runs now.
     */
    active: number;
  }[];
  instance?: ProcessInstanceDetail;
}
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
/**
 * A deadline with its arithmetic.
 */
export interface DeadlineView {
  id: string;
  ruleKey: string;
  ruleTitle: string;
  legalBasis: LegalBasis[];
  caseId: string;
  taskId?: string;
  startedAt: string;
  dueAt: string;
  atRiskAt: string;
  endedAt?: string;
  state: 'running' | 'atRisk' | 'overdue' | 'met' | 'missed' | 'cancelled';
  remaining: {
    /**
     * Negative when overdue.
     */
    amount: number;
    unit: 'hours' | 'workingDays' | 'calendarDays';
  };
  steps: DeadlineStep[];
  amount: number;
  unit: 'hours' | 'workingDays' | 'calendarDays';
  calendarTitle: string;
  parameter?: {
    key: string;
    validFrom: string;
    act: string;
    article?: string;
    needsLegalConfirmation: boolean;
  };
}
export interface LegalBasis {
  /**
   * Act, for example "Legea 140/2013".
   */
  act: string;
  article?: string;
  note?: string;
  needsLegalConfirmation?: boolean;
}
export interface DeadlineStep {
  date?: string;
  at?: string;
  code: 'started' | 'counted' | 'skippedWeekend' | 'skippedHoliday' | 'extraWorkingDay' | 'clockChange' | 'due';
  params?: {
    [k: string]: unknown;
  };
}
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
