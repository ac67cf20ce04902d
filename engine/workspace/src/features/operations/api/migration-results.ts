import type {
  MigrationResult,
  MigrationResultList,
} from '@esocial/contracts/generated/api-process-instances-migration-results.ts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

export type { MigrationResult };

const secondsBetweenLooks = 2;

/** `GET /process-instances/migrations/:id/results`: what it came to by instance; looked at anew while it runs. */
export const migrationResults = (id: string, outcome: string | undefined, running: boolean) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['process-migrations', 'results', id, outcome, running],
    queryFn: async ({ pageParam, signal }) => {
      const path = withQuery(`/process-instances/migrations/${id}/results`, { outcome, cursor: pageParam });
      const { results, nextCursor } = await request<MigrationResultList>(path, { signal });
      return { items: results, nextCursor };
    },
    refetchInterval: running ? secondsBetweenLooks * 1000 : false,
    placeholderData: keepPreviousData,
  });
