import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';

/** Whether the same step of the same instance stands still once more after `retried`. */
export function failedAgain(retried: Incident, open: readonly Incident[]): boolean {
  return open.some(
    (incident) =>
      incident.id !== retried.id &&
      incident.instanceId === retried.instanceId &&
      incident.elementId === retried.elementId &&
      incident.raisedAt >= retried.raisedAt,
  );
}
