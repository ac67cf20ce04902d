import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `POST /cases/:id/messages`; 409 when the procedure no longer waits for it, which reads the case anew. */
export function useSendCaseMessage(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, key }: { name: string; key: string }) =>
      request<{ id: string }>(`/cases/${caseId}/messages`, { method: 'POST', body: { name }, idempotencyKey: key }),
    onSettled: () => Promise.all(['cases', 'tasks'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
}
