// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface DeadlineList {
  items: DeadlineView[];
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
