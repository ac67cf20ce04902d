import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `POST /incidents/:id/retries`: lets the step try again; when it fails again a new incident is raised. */
export function useRetryIncident() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<Incident>(`/incidents/${id}/retries`, { method: 'POST', body: {} }),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['incidents'] });
      await queries.invalidateQueries({ queryKey: ['process-instances'] });
    },
  });
}
