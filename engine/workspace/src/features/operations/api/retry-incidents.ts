import type { IncidentRetries } from '@esocial/contracts/generated/api-incidents-retries.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/request.ts';
import { createDeedKeys } from '../../../shared/deed-key.ts';

/** `POST /incidents/retries`: lets several steps try again; each has its own outcome. At most 100. */
export function useRetryIncidents() {
  const queries = useQueryClient();
  const [keyOf] = useState(() => createDeedKeys());
  return useMutation({
    mutationFn: (incidentIds: readonly string[]) =>
      request<IncidentRetries>('/incidents/retries', {
        method: 'POST',
        body: { incidentIds },
        idempotencyKey: keyOf(incidentIds),
      }),
    onSettled: () =>
      Promise.all(['incidents', 'process-instances'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
}
