// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A search and what it finds now; its id restores it, for the same person, for a day.
 */
export interface PersonSearch {
  searchId: string;
  criteria: PersonSearchRequest;
  items: PersonSearchItem[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
  expiresAt: string;
}
/**
 * What is known of the person; the text takes a name or part of one, a birth year or date, IDNP or phone.
 */
export interface PersonSearchRequest {
  text: string;
  birthDate?: string;
  birthYear?: number;
  limit?: number;
}
export interface PersonSearchItem {
  id: string;
  displayName: string;
  lastName: string;
  firstName: string;
  patronymic?: string;
  birthDate?: string;
  age?: number;
  sex?: 'M' | 'F';
  locality?: string;
  /**
   * The last four digits, the others hidden.
   */
  idnpMasked?: string;
  openCases: number;
  /**
   * Parts of the shown values that were found; positions in UTF-16 units, end excluded.
   */
  match: {
    field: 'lastName' | 'firstName' | 'patronymic' | 'idnp' | 'provisionalId' | 'phone' | 'birthDate';
    start: number;
    end: number;
  }[];
  reason:
    'idnp' | 'provisionalId' | 'phone' | 'nameAndBirthDate' | 'exactName' | 'partOfName' | 'similarName' | 'birthDate';
  /**
   * Surely or very probably the person searched for.
   */
  samePerson: boolean;
}
