import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { TaskSubmissionReply } from '@esocial/contracts/generated/api-tasks-submission-reply.ts';

/** What the receipt tells: kept in the query cache under `receiptKey`. */
export interface Receipt {
  task: TaskDetail;
  reply: TaskSubmissionReply;
  sentAt: string;
}

export const receiptKey = (taskId: string) => ['receipt', taskId];
