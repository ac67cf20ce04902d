import type { DeadlineList } from '@esocial/contracts/generated/api-deadlines-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /cases/:id/deadlines`. */
export const caseDeadlines = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'deadlines'],
    queryFn: ({ signal }) => request<DeadlineList>(`/cases/${id}/deadlines`, { signal }),
  });
