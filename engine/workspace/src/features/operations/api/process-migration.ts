import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

const secondsBetweenLooks = 1;

/** `GET /process-instances/migrations/:id`: how far a migration is; looked at every second until it is finished. */
export const processMigration = (id: string) =>
  queryOptions({
    queryKey: ['process-migrations', 'one', id],
    queryFn: ({ signal }) => request<ProcessMigration>(`/process-instances/migrations/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? secondsBetweenLooks * 1000 : false),
  });
