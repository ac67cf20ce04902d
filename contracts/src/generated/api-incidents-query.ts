// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface IncidentQuery {
  state?: 'open' | 'resolved';
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
