// Generated from contracts/schemas by `npm run contracts`. Do not edit.

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
