import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `POST /tasks/:id/delegations`: passes the task to a colleague, with its draft. */
export function useDelegateTask(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { userId: string; reason: string }) =>
      request<unknown>(`/tasks/${id}/delegations`, { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
