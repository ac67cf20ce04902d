// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Where the person can go on in a case: `ready` with the task, `none`, or `pending` while a broker decides.
 */
export interface CaseNextTask {
  state: 'none' | 'ready' | 'pending';
  taskId?: string;
  name?: string;
}
