// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * What came of each.
 */
export interface IncidentRetries {
  items: {
    incidentId: string;
    outcome: 'retried' | 'refused';
    code?: string;
  }[];
}
