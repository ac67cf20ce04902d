import type { PersonSearch } from '@esocial/contracts/generated/api-persons-search.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /persons/searches/:id`: a search restored from its opaque id. */
export const personSearch = (id: string) =>
  queryOptions({
    queryKey: ['persons', 'search', id],
    queryFn: ({ signal }) => request<PersonSearch>(`/persons/searches/${id}`, { signal }),
    staleTime: 60_000,
  });
