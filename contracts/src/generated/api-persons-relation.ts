// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface PersonRelation {
  id: string;
  personId: string;
  relation: string;
}
