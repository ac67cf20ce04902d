// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Moves one instance to another version of its workflow.
 */
export interface InstanceMigrationRequest {
  targetVersionId: string;
  /**
   * Elements that are named otherwise in the target; every other goes to the element of the same id and type.
   *
   * @maxItems 2000
   */
  mapping?: {
    source: string;
    target: string;
  }[];
  dryRun?: boolean;
  /**
   * Why; it stands in the audit.
   */
  reason: string;
}
