// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Variables to set in one scope; those that are not named stay.
 */
export interface ProcessVariablesRequest {
  /**
   * An active element instance; the process itself unless given.
   */
  scopeId?: string;
  variables: {
    [k: string]: unknown;
  };
  /**
   * Why; it stands in the audit.
   */
  reason: string;
}
