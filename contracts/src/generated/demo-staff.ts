// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * demo/staff.json: synthetic users; personas can be signed in by the sandbox.
 */
export interface DemoStaffFile {
  staff: {
    /**
     * Kebab-case key, unique within its kind.
     */
    key: string;
    persona: boolean;
    idnp: string;
    lastName: string;
    firstName: string;
    /**
     * Kebab-case key, unique within its kind.
     */
    institution: string;
    /**
     * Kebab-case key, unique within its kind.
     */
    team?: string;
    /**
     * @minItems 1
     *
     * Items: Kebab-case key, unique within its kind.
     */
    roles: [string, ...string[]];
    position: string;
    email?: string;
    phone?: string;
    language?: 'ro' | 'ru' | 'en';
  }[];
}
