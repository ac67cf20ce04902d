import type { MigrationProposal } from '@esocial/contracts/generated/api-process-instances-migration-proposal.ts';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';

/** `GET /process-instances/migrations/proposal`: which element of `target` each element of `source` would become. */
export const migrationProposal = (source: string, target: string) =>
  queryOptions({
    queryKey: ['process-migrations', 'proposal', source, target],
    queryFn: ({ signal }) =>
      request<MigrationProposal>(withQuery('/process-instances/migrations/proposal', { source, target }), { signal }),
    staleTime: Infinity,
  });
