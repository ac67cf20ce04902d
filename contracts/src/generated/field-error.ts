// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * One fault of a submission, at the field.
 */
export interface FieldError {
  path: string;
  keyword: string;
  params: {};
}
