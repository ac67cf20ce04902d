// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseStartRequest {
  workflow: string;
  /**
   * Form data; its shape is the form version's schema.
   */
  data: {
    [k: string]: unknown;
  };
  /**
   * Today unless given.
   */
  legalReferenceDate?: string;
}
