import type { RecordSeriesList } from '@esocial/contracts/generated/api-records-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /cases/:id/records`: forms recorded, each with its versions. */
export const caseRecords = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'records'],
    queryFn: ({ signal }) => request<RecordSeriesList>(`/cases/${id}/records`, { signal }),
  });
