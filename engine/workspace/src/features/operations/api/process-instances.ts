import type { ProcessInstanceList } from '@esocial/contracts/generated/api-process-instances-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';
import type { InstanceFilter } from '../operations-links.ts';

/** `GET /process-instances`: the instances that `filter` leaves, the newest first. */
export const processInstances = (filter: InstanceFilter) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['process-instances', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      request<ProcessInstanceList>(withQuery('/process-instances', { ...filter, cursor: pageParam }), { signal }),
  });
