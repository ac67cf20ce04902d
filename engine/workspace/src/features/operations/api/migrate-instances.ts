import type { ProcessMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-request.ts';
import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/request.ts';
import { createDeedKeys } from '../../../shared/deed-key.ts';

/** `POST /process-instances/migrations`: begins a migration, or with `dryRun` only says what it would come to. */
export function useMigrateInstances() {
  const queries = useQueryClient();
  const [keyOf] = useState(() => createDeedKeys());
  return useMutation({
    mutationFn: (body: ProcessMigrationRequest) =>
      request<ProcessMigration>('/process-instances/migrations', {
        method: 'POST',
        body,
        ...(body.dryRun ? {} : { idempotencyKey: keyOf(body) }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['process-instances'] }),
  });
}
