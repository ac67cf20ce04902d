// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface TaskReassignmentRequest {
  /**
   * @minItems 1
   * @maxItems 500
   */
  taskIds: [string, ...string[]];
  userId: string | null;
  reason: string;
}
