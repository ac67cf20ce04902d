// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A message that the case's procedure waits for.
 */
export interface CaseMessageRequest {
  name: string;
  /**
   * Process variables that it brings.
   */
  variables?: {
    [k: string]: unknown;
  };
}
