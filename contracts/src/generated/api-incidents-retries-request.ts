// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Incidents to try again.
 */
export interface IncidentRetriesRequest {
  /**
   * @minItems 1
   * @maxItems 100
   */
  incidentIds: [string, ...string[]];
}
