import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

/** `POST /tasks/:id/claims`: takes a task over; 409 `task_already_claimed` names who was faster. */
export function claimTask(id: string): Promise<TaskListItem> {
  return request<TaskListItem>(`/tasks/${id}/claims`, { method: 'POST', body: {} });
}

/** Claims a task and renews what is shown of tasks, also when somebody else was faster. */
export function useClaimTask() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: claimTask,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
