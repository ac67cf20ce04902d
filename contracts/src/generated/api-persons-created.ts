// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface PersonCreated {
  id: string;
  version: number;
  displayName: string;
  reference: PersonReference;
  provisionalId?: string;
}
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
