// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * application/problem+json (RFC 9457).
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /**
   * Stable machine code.
   */
  code: string;
  traceId: string;
  errors?: FieldError[];
  details?: {};
}
/**
 * One fault of a submission, at the field.
 */
export interface FieldError {
  path: string;
  keyword: string;
  params: {};
}
