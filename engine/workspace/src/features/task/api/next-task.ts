import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** The task of mine that is due first. */
export const nextTaskOfMine = () =>
  queryOptions({
    queryKey: ['tasks', 'next'],
    queryFn: async ({ signal }) =>
      (await request<TaskList>('/tasks?queue=mine&sort=due&limit=1', { signal })).items[0] ?? null,
    staleTime: 0,
  });
