import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { useDeed } from '../useDeed.ts';

/** `POST /task-reassignments/undos`: puts the tasks back where they were. */
export function useUndoReassignment() {
  const queries = useQueryClient();
  const undo = (undoToken: string, idempotencyKey: string) =>
    request<unknown>('/task-reassignments/undos', { method: 'POST', body: { undoToken }, idempotencyKey });
  return useDeed(undo, {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      await queries.invalidateQueries({ queryKey: ['supervision'] });
    },
  });
}
