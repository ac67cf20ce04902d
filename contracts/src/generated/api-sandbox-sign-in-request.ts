// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * POST /sandbox/sign-in: the persona's key.
 */
export interface SandboxSignInRequest {
  persona: string;
}
