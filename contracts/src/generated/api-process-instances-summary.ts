// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * How many process instances there are, by workflow version, and by element of the version asked for.
 */
export interface ProcessSummary {
  workflows: {
    key: string;
    title: string;
    versions: {
      versionId: string;
      number: number;
      effectiveFrom: string;
      active: number;
      suspended: number;
      completed: number;
      terminated: number;
      /**
       * Open incidents.
       */
      incidents: number;
    }[];
  }[];
  /**
   * Of the version asked for.
   */
  elements?: {
    processId: string;
    elementId: string;
    /**
     * Tokens that stand there, suspended ones included.
     */
    active: number;
    incidents: number;
  }[];
}
