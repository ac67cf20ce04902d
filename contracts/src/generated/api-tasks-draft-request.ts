// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * PATCH of a draft: only the fields changed since `base`; null removes.
 */
export interface TaskDraftRequest {
  /**
   * Version of the draft that was edited; 0 when there was none.
   */
  base: number;
  /**
   * JSON pointer to value or null.
   */
  changes: {
    [k: string]: unknown;
  };
}
