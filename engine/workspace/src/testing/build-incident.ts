import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';

/** For tests: a service task that could not be done. */
export function buildIncident(overrides: Partial<Incident> = {}): Incident {
  return {
    id: 'incident-1',
    instanceId: 'instance-1',
    caseId: 'case-1',
    caseNumber: 'PC-2026-000123',
    elementId: 'Task_Notify',
    elementName: 'Înștiințează managerul',
    kind: 'JOB_NO_RETRIES',
    message: 'No recipient for the notification',
    raisedAt: '2026-03-10T08:00:00Z',
    ...overrides,
  };
}
