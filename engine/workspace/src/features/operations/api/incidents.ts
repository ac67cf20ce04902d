import type { IncidentList } from '@esocial/contracts/generated/api-incidents-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

export type IncidentState = 'open' | 'resolved';

/** `GET /incidents`: what processes could not do, the newest first. */
export const incidents = (state: IncidentState) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['incidents', state],
    queryFn: ({ pageParam, signal }) =>
      request<IncidentList>(withQuery('/incidents', { state, cursor: pageParam }), { signal }),
  });
