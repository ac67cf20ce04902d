// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * An activity of an ad-hoc sub-process to start.
 */
export interface CaseActivityRequest {
  elementInstanceId: string;
  elementId: string;
}
