import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging, type Page } from '../../../shared/pages.ts';

export type MigrationResult = ProcessMigration['results'][number];

const secondsBetweenLooks = 2;

/** `GET /process-instances/migrations/:id/results`: what it came to, instance by instance; looked at anew while it runs. */
export const migrationResults = (id: string, outcome: string | undefined, running: boolean) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['process-migrations', 'results', id, outcome, running],
    refetchInterval: running ? secondsBetweenLooks * 1000 : false,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      request<Page<MigrationResult>>(
        withQuery(`/process-instances/migrations/${id}/results`, { outcome, cursor: pageParam }),
        { signal },
      ),
  });
