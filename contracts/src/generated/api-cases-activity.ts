// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * An activity that was started.
 */
export interface CaseActivity {
  elementInstanceId: string;
  elementId: string;
  /**
   * The tasks that came of it.
   */
  taskIds: string[];
}
