import type { CaseTimeline } from '@esocial/contracts/generated/api-cases-timeline.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

/** `GET /cases/:id/timeline`: the newest first. */
export const caseTimeline = (id: string, kind: string | undefined) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['cases', id, 'timeline', kind],
    queryFn: ({ pageParam, signal }) =>
      request<CaseTimeline>(withQuery(`/cases/${id}/timeline`, { kind, cursor: pageParam }), { signal }),
  });
