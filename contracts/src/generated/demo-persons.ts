// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * demo/persons.json: synthetic persons with valid check digits.
 */
export interface DemoPersonsFile {
  persons: {
    /**
     * Kebab-case key, unique within its kind.
     */
    key: string;
    idnp: string | null;
    lastName: string;
    firstName: string;
    patronymic?: string;
    birthDate: string;
    sex: 'M' | 'F';
    territory: string;
    address?: string;
    phone?: string;
    relations?: {
      /**
       * Kebab-case key, unique within its kind.
       */
      person: string;
      /**
       * Kebab-case key, unique within its kind.
       */
      relation: string;
    }[];
  }[];
}
