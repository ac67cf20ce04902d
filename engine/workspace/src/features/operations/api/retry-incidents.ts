import type { IncidentRetries } from '@esocial/contracts/generated/api-incidents-retries.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `POST /incidents/retries`: lets several steps try again; each has its own outcome. At most 100. */
export function useRetryIncidents() {
  const queries = useQueryClient();
  const retry = (incidentIds: readonly string[], idempotencyKey: string) =>
    request<IncidentRetries>('/incidents/retries', { method: 'POST', body: { incidentIds }, idempotencyKey });
  return useDeed(retry, {
    onSettled: () =>
      Promise.all(['incidents', 'process-instances'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
}
