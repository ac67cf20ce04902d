// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * GET /audit-events, newest first.
 */
export interface AuditEventQuery {
  actor?: string;
  subject?: string;
  case?: string;
  verb?: string;
  objectType?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}
