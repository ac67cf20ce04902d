// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface PersonRelationRequest {
  personId: string;
  relation: string;
  validFrom?: string;
}
