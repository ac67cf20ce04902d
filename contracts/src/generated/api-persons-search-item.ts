// Generated from contracts/schemas by `npm run contracts`. Do not edit.

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
