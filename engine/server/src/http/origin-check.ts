import type { RequestHandler } from 'express';
import { ForbiddenError } from '../errors/app-error.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What of a request tells from which site it was made. */
export interface RequestOrigin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * Whether a request may change something: not when a browser says that another site made it. A client that is no
 * browser sends neither header, and carries nobody's cookies but its own.
 */
export function isOwnOrigin(request: RequestOrigin, publicUrl: string): boolean {
  if (reading.has(request.method)) return true;
  if (request.fetchSite && request.fetchSite !== 'same-origin' && request.fetchSite !== 'none') return false;
  // A form that a page without referrer posts says `Origin: null`; what the browser says of the site then counts.
  if (!request.origin || (request.origin === 'null' && request.fetchSite === 'same-origin')) return true;
  if (!URL.canParse(request.origin)) return false;
  return request.origin === new URL(publicUrl).origin || new URL(request.origin).host === request.host;
}

/** Refuses requests forged by other sites; the paths of the SAML profile are meant to be posted to from one. */
export function createOriginCheck(publicUrl: string, crossSitePaths: ReadonlySet<string>): RequestHandler {
  return (request, _response, next) => {
    const origin = {
      method: request.method,
      host: request.get('host'),
      origin: request.get('origin'),
      fetchSite: request.get('sec-fetch-site'),
    };
    const allowed = crossSitePaths.has(request.path) || isOwnOrigin(origin, publicUrl);
    next(allowed ? undefined : new ForbiddenError('The request was made from another site', 'cross_site_request'));
  };
}
