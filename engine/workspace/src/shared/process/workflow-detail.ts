import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';

/** `GET /workflows/:key?version=`: the procedure that the case runs by. */
export const workflowDetail = (key: string, version: string | undefined) =>
  queryOptions({
    queryKey: ['workflows', key, version],
    queryFn: ({ signal }) => request<WorkflowDetail>(withQuery(`/workflows/${key}`, { version }), { signal }),
    staleTime: Infinity,
  });
