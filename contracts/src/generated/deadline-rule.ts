// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * policies/deadline-rules/<key>.json: by when a task or stage must be done, and who is told.
 */
export interface DeadlineRuleFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: LocalizedText;
  amount:
    | number
    | {
        /**
         * Kebab-case key, unique within its kind.
         */
        parameter: string;
      }
    | {
        /**
         * FEEL over the process variables that gives a number.
         */
        expression: string;
      };
  unit: 'hours' | 'workingDays' | 'calendarDays';
  /**
   * Kebab-case key, unique within its kind.
   */
  calendar: string;
  atRisk: {
    /**
     * At risk when this much or less of the unit remains.
     */
    remaining: number;
  };
  ladder: {
    at: 'atRisk' | 'breached';
    /**
     * @minItems 1
     */
    notify: ['assignee' | 'candidates' | 'supervisor', ...('assignee' | 'candidates' | 'supervisor')[]];
  }[];
  legalBasis: LegalBasis[];
}
/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
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
