// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Elements to activate, then element instances to terminate.
 */
export interface ProcessModificationRequest {
  /**
   * @maxItems 200
   */
  activate?: {
    elementId: string;
    /**
     * The active scope to activate it in, where there are several.
     */
    ancestorId?: string;
    /**
     * Set before the element is activated.
     *
     * @maxItems 50
     */
    variables?: {
      variables: {
        [k: string]: unknown;
      };
      /**
       * The scope they go to; the process itself unless given.
       */
      scopeElementId?: string;
    }[];
  }[];
  /**
   * @maxItems 200
   */
  terminate?: string[];
  /**
   * Why; it stands in the audit.
   */
  reason: string;
}
