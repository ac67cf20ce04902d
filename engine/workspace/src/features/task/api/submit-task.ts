import type { TaskSubmissionReply } from '@esocial/contracts/generated/api-tasks-submission-reply.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { request } from '../../../api/request.ts';

/** `POST /tasks/:id/submissions`: records the form and moves the process on, once per key. */
export function submitTask(id: string, data: JsonObject, idempotencyKey: string): Promise<TaskSubmissionReply> {
  return request<TaskSubmissionReply>(`/tasks/${id}/submissions`, { method: 'POST', body: { data }, idempotencyKey });
}
