// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseTimelineQuery {
  kind?: 'case' | 'task' | 'record' | 'document' | 'note' | 'deadline' | 'process' | 'access';
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
