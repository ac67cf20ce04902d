// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A BPMN message for whoever waits for its name and correlation key.
 */
export interface MessagePublishRequest {
  name: string;
  /**
   * Of a message to a case: the case's id, unless the procedure says otherwise. Empty for a message that only starts cases.
   */
  correlationKey?: string;
  /**
   * Process variables that it brings.
   */
  variables?: {
    [k: string]: unknown;
  };
  /**
   * Milliseconds for which it waits for somebody to receive it; an hour unless given.
   */
  timeToLive?: number;
  /**
   * A second message with the same name, key and id is ignored while the first is kept.
   */
  messageId?: string;
}
