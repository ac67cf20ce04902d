// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A page of what came of each instance.
 */
export interface MigrationResultList {
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
