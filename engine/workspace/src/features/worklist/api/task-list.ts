import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';
import type { Queue } from '../queues.ts';

export interface TaskListFilter {
  queue: Queue;
  workflow?: string | undefined;
  sort?: string | undefined;
}

const pageSize = 50;

/** One page of `GET /tasks`. */
export function fetchTasks(filter: TaskListFilter, cursor?: string, signal?: AbortSignal): Promise<TaskList> {
  const path = withQuery('/tasks', { ...filter, cursor, limit: pageSize });
  return request<TaskList>(path, signal ? { signal } : {});
}

/** The worklist, page by page. */
export const taskList = (filter: TaskListFilter) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchTasks(filter, pageParam, signal),
  });
