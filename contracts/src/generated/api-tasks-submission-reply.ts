// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface TaskSubmissionReply {
  recordId: string;
  recordNumber?: string;
  next: NextTask;
}
/**
 * `ready`: the next task is the same person's; `pending`: a broker still decides.
 */
export interface NextTask {
  state: 'none' | 'ready' | 'pending';
  taskId?: string;
  name?: string;
}
