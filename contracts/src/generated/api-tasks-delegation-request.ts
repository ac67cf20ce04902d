// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface TaskDelegationRequest {
  userId: string;
  reason: string;
}
