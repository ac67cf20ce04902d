import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { request } from '../../../api/request.ts';

/** `POST /cases`: starts a procedure with its first form, once per key. */
export function startCase(workflow: string, data: JsonObject, idempotencyKey: string): Promise<CaseStartReply> {
  return request<CaseStartReply>('/cases', { method: 'POST', body: { workflow, data }, idempotencyKey });
}
