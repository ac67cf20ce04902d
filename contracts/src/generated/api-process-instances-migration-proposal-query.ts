// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Between which workflow versions.
 */
export interface MigrationProposalQuery {
  source: string;
  target: string;
}
