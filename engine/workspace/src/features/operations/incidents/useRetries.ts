import type { IncidentRetries } from '@esocial/contracts/generated/api-incidents-retries.ts';
import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { useState } from 'react';
import { useRetryIncident } from '../api/retry-incident.ts';
import { useRetryIncidents } from '../api/retry-incidents.ts';

export interface Retries {
  /** Retries the step of `incident`. */
  retry: (incident: Incident) => void;
  /** Retries the steps of several incidents; `onDone` when the server has answered. */
  retryAll: (incidents: readonly Incident[], onDone: () => void) => void;
  /** The incident whose step is being retried. */
  pendingId: string | undefined;
  /** Whether several are being retried. */
  busy: boolean;
  /** The last retry: one incident or what came of several, with the error when the server refused. */
  last: RetryResult | undefined;
}

export interface RetryResult {
  incident?: Incident;
  many?: { retried: readonly Incident[]; refused: number };
  error?: unknown;
}

/** Retrying incidents one after another or several at once, with what came of the last. */
export function useRetries(): Retries {
  const one = useRetryIncident();
  const many = useRetryIncidents();
  const [last, setLast] = useState<RetryResult>();
  const retry = (incident: Incident) =>
    one.mutate(incident.id, {
      onSuccess: () => setLast({ incident }),
      onError: (error) => setLast({ incident, error }),
    });
  const retryAll = (incidents: readonly Incident[], onDone: () => void) =>
    many.mutate(
      incidents.map(({ id }) => id),
      {
        onSuccess: (result) => {
          setLast({ many: divide(incidents, result) });
          onDone();
        },
        onError: (error) => setLast({ error }),
      },
    );
  return { retry, retryAll, last, busy: many.isPending, pendingId: one.isPending ? one.variables : undefined };
}

function divide(incidents: readonly Incident[], { items }: IncidentRetries): NonNullable<RetryResult['many']> {
  const refused = new Set(items.filter(({ outcome }) => outcome === 'refused').map(({ incidentId }) => incidentId));
  return { retried: incidents.filter(({ id }) => !refused.has(id)), refused: refused.size };
}
