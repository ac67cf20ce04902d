import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /process-instances/:id`: where an instance is. */
export const processInstance = (id: string) =>
  queryOptions({
    queryKey: ['process-instances', id],
    queryFn: ({ signal }) => request<ProcessInstanceDetail>(`/process-instances/${id}`, { signal }),
  });
