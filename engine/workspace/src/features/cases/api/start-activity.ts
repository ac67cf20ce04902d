import type { CaseActivityRequest } from '@esocial/contracts/generated/api-cases-activity-request.ts';
import type { CaseActivity } from '@esocial/contracts/generated/api-cases-activity.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `POST /cases/:id/activities`; refused when the procedure no longer offers it, which reads the case anew. */
export function useStartActivity(caseId: string) {
  const queries = useQueryClient();
  const start = (body: CaseActivityRequest, idempotencyKey: string) =>
    request<CaseActivity>(`/cases/${caseId}/activities`, { method: 'POST', body, idempotencyKey });
  return useDeed(start, {
    onSettled: () => Promise.all(['cases', 'tasks'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
}
