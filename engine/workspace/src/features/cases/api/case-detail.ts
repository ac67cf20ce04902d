import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /cases/:id`: header and overview. */
export const caseDetail = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'detail'],
    queryFn: ({ signal }) => request<CaseDetail>(`/cases/${id}`, { signal }),
  });
