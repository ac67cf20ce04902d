import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `DELETE /tasks/:id/draft`: back to what was known before anything was typed. */
export function useDiscardDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>(`/tasks/${id}/draft`, { method: 'DELETE' }),
    onSuccess: () => queries.resetQueries({ queryKey: ['tasks', 'detail', id] }),
  });
}
