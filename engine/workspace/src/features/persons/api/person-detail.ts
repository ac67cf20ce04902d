import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /persons/:id`: identity with sources, family, cases. */
export const personDetail = (id: string) =>
  queryOptions({
    queryKey: ['persons', 'detail', id],
    queryFn: ({ signal }) => request<PersonDetail>(`/persons/${id}`, { signal }),
  });
