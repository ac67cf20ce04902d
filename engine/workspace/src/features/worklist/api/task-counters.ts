import type { TaskCounters } from '@esocial/contracts/generated/api-tasks-counters.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /tasks/counters`: how much waits in each queue. */
export const taskCounters = () =>
  queryOptions({
    queryKey: ['tasks', 'counters'],
    queryFn: ({ signal }) => request<TaskCounters>('/tasks/counters', { signal }),
  });
