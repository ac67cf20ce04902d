// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseStartReply {
  caseId: string;
  number: string;
  recordId: string;
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
