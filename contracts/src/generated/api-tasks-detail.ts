// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Everything the task page needs, in one payload; ETag is the version.
 */
export interface TaskDetail {
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
  elementId: string;
  /**
   * The day whose law applies to the case; `today` of its forms.
   */
  legalReferenceDate: string;
  form: TaskForm;
  /**
   * Form data; its shape is the form version's schema.
   */
  data: {
    [k: string]: unknown;
  };
  prefill: {
    /**
     * JSON pointer into the data.
     */
    path: string;
    /**
     * The value proposed.
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
    source: {
      kind: 'record' | 'person' | 'case' | 'account' | 'date';
      title: string;
      at?: string;
    };
  }[];
  draft?: {
    version: number;
    updatedAt: string;
    updatedBy: string;
  };
  fieldClasses: ('public' | 'personal' | 'special' | 'sealed')[];
  permissions: {
    claim: boolean;
    release: boolean;
    complete: boolean;
    delegate: boolean;
  };
  case: {
    id: string;
    number: string;
    title: string;
    status: 'active' | 'suspended' | 'closed';
    stage?: {
      key: string;
      title: string;
    };
    managerName?: string;
    openedAt: string;
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
  };
  deadline?: DeadlineView;
  classifiers: {
    key: string;
    versionId: string;
    url: string;
  }[];
  /**
   * Why the task came back, when it did.
   */
  returnNote?: string;
  nextSteps: {
    text: string;
    elementId?: string;
  }[];
}
export interface TaskForm {
  key: string;
  versionId: string;
  title: string;
  description?: string;
  primaryAction: string;
  schema: {
    [k: string]: unknown;
  };
  uiSchema: {
    [k: string]: unknown;
  };
  translations: {
    [k: string]: unknown;
  };
  legalBasis: LegalBasis[];
  /**
   * Script of our own origin, immutable by version.
   */
  validatorUrl: string;
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
export interface DeadlineStep {
  date?: string;
  at?: string;
  code: 'started' | 'counted' | 'skippedWeekend' | 'skippedHoliday' | 'extraWorkingDay' | 'clockChange' | 'due';
  params?: {
    [k: string]: unknown;
  };
}
