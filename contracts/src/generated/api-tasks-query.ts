// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * GET /tasks.
 */
export interface TaskListQuery {
  queue?: 'mine' | 'unclaimed' | 'overdue' | 'today' | 'week' | 'waiting' | 'done' | 'all';
  /**
   * Case number or person name; not kept in the address.
   */
  q?: string;
  workflow?: string;
  stage?: string;
  case?: string;
  assignee?: string;
  sort?: 'due' | '-due' | 'created';
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}
