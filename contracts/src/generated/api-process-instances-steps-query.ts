// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A page of the history.
 */
export interface ProcessStepQuery {
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
