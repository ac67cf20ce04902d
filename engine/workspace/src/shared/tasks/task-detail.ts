import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

/** `GET /tasks/:id`: everything about one task. */
export const taskDetail = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'detail', id],
    queryFn: ({ signal }) => request<TaskDetail>(`/tasks/${id}`, { signal }),
  });
