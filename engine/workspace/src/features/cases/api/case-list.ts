import type { CaseList } from '@esocial/contracts/generated/api-cases-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

export interface CaseListFilter {
  q?: string | undefined;
  status?: string | undefined;
  workflow?: string | undefined;
}

/** `GET /cases`, page by page. */
export const caseList = (filter: CaseListFilter) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      request<CaseList>(withQuery('/cases', { ...filter, cursor: pageParam, limit: 50 }), { signal }),
  });
