import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { useState } from 'react';
import { useRetryIncident } from './api/retry-incident.ts';

export interface Retries {
  /** Retries the step of `incident`. */
  retry: (incident: Incident) => void;
  /** The incident whose step is being retried. */
  pendingId: string | undefined;
  /** The last incident that was retried, with the error when the server refused. */
  last: { incident: Incident; error: unknown } | undefined;
}

/** Retrying incidents one after another, with what came of the last. */
export function useRetries(): Retries {
  const mutation = useRetryIncident();
  const [last, setLast] = useState<Retries['last']>();
  const retry = (incident: Incident) =>
    mutation.mutate(incident.id, {
      onSuccess: () => setLast({ incident, error: undefined }),
      onError: (error) => setLast({ incident, error }),
    });
  return { retry, last, pendingId: mutation.isPending ? mutation.variables : undefined };
}
