/** Where MPass begins, and where it comes back to. */
export function signInUrl(returnTo: string): string {
  return `/saml/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}
