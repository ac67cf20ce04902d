import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `POST /tasks/:id/delegations`: passes the task to a colleague, with its draft. */
export function useDelegateTask(id: string) {
  const queries = useQueryClient();
  const delegate = (body: { userId: string; reason: string }, idempotencyKey: string) =>
    request<unknown>(`/tasks/${id}/delegations`, { method: 'POST', body, idempotencyKey });
  return useDeed(delegate, {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
