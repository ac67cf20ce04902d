// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * demo/cases/*.json: a synthetic case played through the API; `{"$person": "key"}` and `{"$institution": "key"}` in data stand for their references.
 */
export interface DemoCaseFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  workflow: string;
  /**
   * Kebab-case key, unique within its kind.
   */
  as: string;
  daysAgo?: number;
  data: {};
  steps: {
    /**
     * BPMN element id.
     */
    task: string;
    /**
     * Kebab-case key, unique within its kind.
     */
    as: string;
    data?: {};
    claimOnly?: boolean;
  }[];
}
