import type { Request } from 'express';
import { formatCookie, readCookie } from '../http/cookies.ts';

export interface SessionCookies {
  /** The session's token in a request. */
  read(request: Pick<Request, 'get'>): string | undefined;
  /** Set-Cookie that gives the token to the browser, until it closes or the session ends. */
  give(token: string): string;
  take(): string;
  /** Ties a sign-in to the browser that began it. */
  giveSignIn(requestId: string): string;
  readSignIn(request: Pick<Request, 'get'>): string | undefined;
  takeSignIn(): string;
}

/** Over https the names are locked to this host; `__Host-` cookies cannot be set by a sibling host or over http. */
export function createSessionCookies(publicUrl: string): SessionCookies {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-esocial' : 'esocial';
  const signInName = `${name}-sign-in`;
  // The identity provider posts its answer from another site, to which browsers send no Lax cookie.
  const signIn = { secure, sameSite: secure ? 'None' : 'Lax' } as const;
  return {
    read: (request) => readCookie(request, name),
    give: (token) => formatCookie(name, token, { secure, sameSite: 'Lax' }),
    take: () => formatCookie(name, '', { secure, sameSite: 'Lax', maxAgeSeconds: 0 }),
    giveSignIn: (requestId) => formatCookie(signInName, requestId, { ...signIn, maxAgeSeconds: 900 }),
    readSignIn: (request) => readCookie(request, signInName),
    takeSignIn: () => formatCookie(signInName, '', { ...signIn, maxAgeSeconds: 0 }),
  };
}
