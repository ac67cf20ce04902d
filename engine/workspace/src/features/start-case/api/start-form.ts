import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /forms/:key`: the form in force today. */
export const startForm = (key: string) =>
  queryOptions({
    queryKey: ['forms', key],
    queryFn: ({ signal }) => request<FormDetail>(`/forms/${key}`, { signal }),
    staleTime: Infinity,
  });
