// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Value of an x-person field.
 */
export interface PersonReference {
  personId: string;
  lastName: string;
  firstName: string;
  idnp?: string | null;
  birthDate?: string | null;
}
