import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /records/:id`: one version of a recorded form; a version never changes. */
export const recordDetail = (id: string) =>
  queryOptions({
    queryKey: ['records', id],
    queryFn: ({ signal }) => request<RecordDetail>(`/records/${id}`, { signal }),
  });
