import type { ProcessMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-request.ts';
import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `POST /process-instances/migrations`: begins a migration, or with `dryRun` only says what it would come to. */
export function useMigrateInstances() {
  const queries = useQueryClient();
  const migrate = (body: ProcessMigrationRequest, idempotencyKey: string) =>
    request<ProcessMigration>('/process-instances/migrations', { method: 'POST', body, idempotencyKey });
  return useDeed(migrate, { onSuccess: () => queries.invalidateQueries({ queryKey: ['process-instances'] }) });
}
