import type { Request } from 'express';

/** The value of a cookie of the request. */
export function readCookie(request: Pick<Request, 'get'>, name: string): string | undefined {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const separator = part.indexOf('=');
    if (part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim();
  }
  return undefined;
}

export interface CookieOptions {
  readonly secure: boolean;
  readonly sameSite: 'Lax' | 'None';
  /** Undefined: until the browser closes; 0: removed. */
  readonly maxAgeSeconds?: number;
}

/** A Set-Cookie header for a cookie that no script reads. */
export function formatCookie(name: string, value: string, { secure, sameSite, maxAgeSeconds }: CookieOptions): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}${age}`;
}
