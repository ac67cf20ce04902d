import type { ProcessVariables } from '@esocial/contracts/generated/api-process-instances-variables.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /process-instances/:id/variables`: the values by scope; every reading is audited, so it is asked for, not polled. */
export const processVariables = (id: string) =>
  queryOptions({
    queryKey: ['process-variables', id],
    queryFn: ({ signal }) => request<ProcessVariables>(`/process-instances/${id}/variables`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
