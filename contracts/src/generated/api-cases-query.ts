// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseListQuery {
  /**
   * Case number or person name.
   */
  q?: string;
  status?: 'active' | 'suspended' | 'closed';
  workflow?: string;
  manager?: string;
  person?: string;
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
