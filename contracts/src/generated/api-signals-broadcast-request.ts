// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A BPMN signal for everybody who waits for its name.
 */
export interface SignalBroadcastRequest {
  name: string;
  variables?: {
    [k: string]: unknown;
  };
  /**
   * Why; it stands in the audit.
   */
  reason: string;
}
