// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Why something is done to a process instance.
 */
export interface ProcessReasonRequest {
  /**
   * Why; it stands in the audit.
   */
  reason: string;
}
