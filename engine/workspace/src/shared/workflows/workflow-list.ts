import type { WorkflowList } from '@esocial/contracts/generated/api-workflows-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

/** `GET /workflows`: the procedures in force today. */
export const workflowList = () =>
  queryOptions({
    queryKey: ['workflows', 'list'],
    queryFn: async ({ signal }) => (await request<WorkflowList>('/workflows', { signal })).items,
    staleTime: 5 * 60_000,
  });

/** Those that somebody can begin with a form; the others begin by themselves. */
export const startable = (workflows: WorkflowList['items']): WorkflowList['items'] =>
  workflows.filter(({ startedByForm }) => startedByForm);
