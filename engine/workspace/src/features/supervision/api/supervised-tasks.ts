import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';
import type { TaskState } from '../task-states.ts';

export interface SupervisedFilter {
  state: TaskState;
  institution?: string | undefined;
  assignee?: string | undefined;
}

const pageSize = 50;

/** One page of `GET /supervision/tasks`. */
export function fetchSupervised(filter: SupervisedFilter, cursor?: string, signal?: AbortSignal): Promise<TaskList> {
  const path = withQuery('/supervision/tasks', { ...filter, cursor, limit: pageSize });
  return request<TaskList>(path, signal ? { signal } : {});
}

/** Open tasks of the supervised offices, due first. */
export const supervisedTasks = (filter: SupervisedFilter) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['supervision', 'tasks', filter],
    queryFn: ({ pageParam, signal }) => fetchSupervised(filter, pageParam, signal),
  });
