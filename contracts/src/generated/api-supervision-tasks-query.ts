// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface SupervisionTaskQuery {
  state?: 'overdue' | 'atRisk' | 'unclaimed' | 'all';
  institution?: string;
  assignee?: string;
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
