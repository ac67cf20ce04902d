// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * What is known of the person; the text takes a name or part of one, a birth year or date, IDNP or phone.
 */
export interface PersonSearchRequest {
  text: string;
  birthDate?: string;
  birthYear?: number;
  limit?: number;
}
