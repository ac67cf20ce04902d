import type { TaskReassignmentReply } from '@esocial/contracts/generated/api-supervision-reassignment-reply.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { useDeed } from '../useDeed.ts';

export interface Reassignment {
  taskIds: string[];
  userId: string | null;
  reason: string;
}

/** `POST /task-reassignments`: gives many tasks to one person, or back to their queues. */
export function useReassignTasks() {
  const queries = useQueryClient();
  const reassign = (body: Reassignment, idempotencyKey: string) =>
    request<TaskReassignmentReply>('/task-reassignments', { method: 'POST', body, idempotencyKey });
  return useDeed(reassign, {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      await queries.invalidateQueries({ queryKey: ['supervision'] });
    },
  });
}
