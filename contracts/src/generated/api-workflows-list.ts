// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Procedures in force, for somebody who may start cases.
 */
export interface WorkflowList {
  items: {
    key: string;
    title: string;
    description?: string;
    startAction: string;
    startForm: string;
    versionId: string;
    /**
     * False when its cases begin with a message, a signal or a timer only.
     */
    startedByForm: boolean;
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
