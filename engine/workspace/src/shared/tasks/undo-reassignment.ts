import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

/** `POST /task-reassignments/undos`: puts the tasks back where they were. */
export function useUndoReassignment() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (undoToken: string) =>
      request<unknown>('/task-reassignments/undos', { method: 'POST', body: { undoToken } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      await queries.invalidateQueries({ queryKey: ['supervision'] });
    },
  });
}
