// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Procedures that the signed-in person may start now.
 */
export interface WorkflowList {
  items: {
    key: string;
    title: string;
    description?: string;
    startAction: string;
    startForm: string;
    versionId: string;
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
