// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * The steps of a process instance, the newest first.
 */
export interface ProcessStepList {
  items: {
    /**
     * The version of the instance that it made.
     */
    version: number;
    at: string;
    command: string;
    actor?: {
      id: string;
      displayName: string;
    };
    activated: string[];
    completed: string[];
    terminated: string[];
    /**
     * Sequence flows.
     */
    taken: string[];
    decisions: {
      elementId: string;
      decisionId: string;
      matchedRules: string[];
    }[];
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
