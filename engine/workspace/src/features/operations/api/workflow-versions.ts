import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /definitions/workflow/:key`: all versions of a procedure, also those by which nothing runs yet, newest first. */
export const workflowVersions = (key: string) =>
  queryOptions({
    queryKey: ['definitions', 'workflow', key],
    queryFn: ({ signal }) =>
      request<DefinitionVersions>(`/definitions/workflow/${encodeURIComponent(key)}`, { signal }),
  });
