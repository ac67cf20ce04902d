// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface TaskCounters {
  mine: TaskCounter;
  unclaimed: TaskCounter;
  overdue: TaskCounter;
  today: TaskCounter;
  week: TaskCounter;
  waiting: TaskCounter;
}
export interface TaskCounter {
  count: number;
  /**
   * There are more than `count`.
   */
  capped: boolean;
}
