// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * What somebody has typed of a start form.
 */
export interface StartDraft {
  /**
   * Form data; its shape is the form version's schema.
   */
  data: {
    [k: string]: unknown;
  };
  version?: number;
  updatedAt?: string;
}
