// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * PATCH /session.
 */
export interface SessionChangeRequest {
  language: 'ro' | 'ru' | 'en';
}
