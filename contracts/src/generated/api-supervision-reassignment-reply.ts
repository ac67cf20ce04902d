// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface TaskReassignmentReply {
  reassigned: number;
  refused: {
    taskId: string;
    code: string;
  }[];
  undoToken: string | null;
}
