import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /definitions/:kind/:key`: all versions, newest first. */
export const definitionVersions = (kind: string, key: string) =>
  queryOptions({
    queryKey: ['definitions', kind, key],
    queryFn: ({ signal }) =>
      request<DefinitionVersions>(`/definitions/${encodeURIComponent(kind)}/${encodeURIComponent(key)}`, { signal }),
  });
