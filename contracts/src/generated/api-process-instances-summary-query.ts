// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Which workflow versions, and whether by element.
 */
export interface ProcessSummaryQuery {
  workflow?: string;
  /**
   * Id of the workflow version: counts by element come with it.
   */
  version?: string;
}
