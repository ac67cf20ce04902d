import type { DefinitionList } from '@esocial/contracts/generated/api-definitions-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';

/** `GET /definitions`: what is in force on a day, today unless said; of one kind or of all. */
export const definitionList = (filter: { kind?: string | undefined; at?: string | undefined }) =>
  queryOptions({
    queryKey: ['definitions', 'list', filter],
    queryFn: ({ signal }) => request<DefinitionList>(withQuery('/definitions', filter), { signal }),
  });
