// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A migration with the first of its results; of a dry run nothing is kept.
 */
export interface ProcessMigration {
  /**
   * Null: a dry run.
   */
  id: string | null;
  sourceVersionId: string;
  targetVersionId: string;
  /**
   * All pairs that are used.
   */
  mapping: {
    source: string;
    target: string;
  }[];
  state: 'dryRun' | 'running' | 'finished';
  total: number;
  pending: number;
  migrated: number;
  refused: number;
  reason: string;
  createdAt: string;
  createdBy?: {
    id: string;
    displayName: string;
  };
  results: MigrationResult[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
/**
 * What the migration of one instance came to.
 */
export interface MigrationResult {
  instanceId: string;
  caseId: string;
  caseNumber: string;
  processId: string;
  /**
   * `possible`: a dry run found nothing against it.
   */
  outcome: 'pending' | 'possible' | 'migrated' | 'refused';
  faults: {
    code: string;
    elementId: string;
    elementInstanceId?: string;
    message: string;
  }[];
  /**
   * Timers and subscriptions that would go over, begin or end.
   */
  events?: {
    action: 'kept' | 'opened' | 'closed';
    kind: 'timer' | 'message' | 'signal';
    elementId?: string;
    targetElementId?: string;
    dueAt?: string;
  }[];
}
