// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * policies/organisation.json: offices and their teams.
 */
export interface OrganisationFile {
  /**
   * @minItems 1
   */
  institutions: [
    {
      /**
       * Kebab-case key, unique within its kind.
       */
      key: string;
      idno: string | null;
      name: string;
      kind: 'ministry' | 'agency' | 'territorial-structure' | 'provider' | 'authority';
      parent: string | null;
      /**
       * CUATM statistical code whose subtree it serves; null for the whole country.
       */
      territory: string | null;
      teams: {
        /**
         * Kebab-case key, unique within its kind.
         */
        key: string;
        name: string;
      }[];
    },
    ...{
      /**
       * Kebab-case key, unique within its kind.
       */
      key: string;
      idno: string | null;
      name: string;
      kind: 'ministry' | 'agency' | 'territorial-structure' | 'provider' | 'authority';
      parent: string | null;
      /**
       * CUATM statistical code whose subtree it serves; null for the whole country.
       */
      territory: string | null;
      teams: {
        /**
         * Kebab-case key, unique within its kind.
         */
        key: string;
        name: string;
      }[];
    }[]
  ];
}
