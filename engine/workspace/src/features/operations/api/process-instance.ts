import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

const secondsBetweenLooks = 15;

/** `GET /process-instances/:id`: where an instance is and what it waits for; looked at anew while it runs. */
export const processInstance = (id: string) =>
  queryOptions({
    queryKey: ['process-instances', 'one', id],
    queryFn: ({ signal }) => request<ProcessInstanceView>(`/process-instances/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.endedAt || state.error ? false : secondsBetweenLooks * 1000),
  });
