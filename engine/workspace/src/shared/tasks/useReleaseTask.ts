import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

/** `DELETE /tasks/:id/claims`: gives a task back to its queue; the draft stays. */
export function useReleaseTask() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/tasks/${id}/claims`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
