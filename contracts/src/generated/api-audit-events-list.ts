// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface AuditEventList {
  items: AuditEventItem[];
  nextCursor: string | null;
}
export interface AuditEventItem {
  id: number;
  at: string;
  actor: {
    id: string;
    displayName: string;
  };
  sessionId: string | null;
  verb: string;
  objectType: string;
  objectId: string | null;
  caseId: string | null;
  subjectIds: string[];
  fields: string[];
  legalBasis: string | null;
  reason: string | null;
  traceId: string | null;
}
