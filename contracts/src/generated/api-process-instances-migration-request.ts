// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Moves running instances of one workflow version to another.
 */
export interface ProcessMigrationRequest {
  sourceVersionId: string;
  targetVersionId: string;
  /**
   * All that run of the source version unless given.
   *
   * @minItems 1
   * @maxItems 1000
   */
  instanceIds?: [string, ...string[]];
  /**
   * Elements that are named otherwise in the target; every other goes to the element of the same id and type.
   *
   * @maxItems 2000
   */
  mapping?: {
    source: string;
    target: string;
  }[];
  /**
   * Changes nothing and tells what would be refused.
   */
  dryRun?: boolean;
  /**
   * Why; it stands in the audit.
   */
  reason: string;
}
