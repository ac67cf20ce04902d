// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface IncidentList {
  items: Incident[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
export interface Incident {
  id: string;
  instanceId: string;
  caseId?: string;
  caseNumber?: string;
  elementId: string;
  elementName?: string;
  kind: string;
  message: string;
  raisedAt: string;
  resolvedAt?: string;
}
