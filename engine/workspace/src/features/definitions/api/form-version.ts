import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';

/** `GET /forms/:key?version=`: a form version, which never changes. */
export const formVersion = (key: string, version: string) =>
  queryOptions({
    queryKey: ['forms', key, version],
    queryFn: ({ signal }) => request<FormDetail>(withQuery(`/forms/${key}`, { version }), { signal }),
    staleTime: Infinity,
  });
