// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseManagerRequest {
  userId: string | null;
  reason?: string;
}
