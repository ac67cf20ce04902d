import type { CaseActivityRequest } from '@esocial/contracts/generated/api-cases-activity-request.ts';
import type { CaseActivity } from '@esocial/contracts/generated/api-cases-activity.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `POST /cases/:id/activities`; refused when the procedure no longer offers it, which reads the case anew. */
export function useStartActivity(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: CaseActivityRequest & { key: string }) =>
      request<CaseActivity>(`/cases/${caseId}/activities`, { method: 'POST', body, idempotencyKey: key }),
    onSettled: () => Promise.all(['cases', 'tasks'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
}
