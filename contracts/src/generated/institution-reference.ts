// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Value of an x-institution field.
 */
export interface InstitutionReference {
  institutionId: string;
  name: string;
}
