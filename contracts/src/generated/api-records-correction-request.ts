// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface RecordCorrectionRequest {
  /**
   * Form data; its shape is the form version's schema.
   */
  data: {
    [k: string]: unknown;
  };
  reason: string;
}
