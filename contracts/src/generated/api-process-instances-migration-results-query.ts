// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Which results.
 */
export interface MigrationResultQuery {
  outcome?: 'pending' | 'migrated' | 'refused';
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
