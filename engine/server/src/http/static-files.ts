import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { Router } from 'express';
import type { Request, Response } from 'express';

/** Where an application's document wants the nonce of the content security policy. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export interface StaticApplication {
  /** `/` or, for example, `/designer/`. */
  readonly base: string;
  /** The folder that its build wrote. */
  readonly folder: string;
}

// A build's file names under assets/ carry a digest of their content.
const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

/**
 * Serves built applications: their files (as Brotli where the build left a `.br` beside them) and, for every other
 * address below their base, their document, because they route in the browser.
 */
export function createStaticFiles(applications: readonly StaticApplication[]): Router {
  const router = Router();
  const longestFirst = [...applications].sort((a, b) => b.base.length - a.base.length);
  router.get('/{*path}', (request, response, next) => {
    const application = longestFirst.find(({ base }) => `${request.path}/`.startsWith(base));
    if (!application) return next();
    const file = findFile(application, request.path);
    if (file) return sendFile(request, response, file);
    if (extname(request.path) !== '' || !request.accepts('html')) return next();
    sendDocument(response, application, next);
  });
  return router;
}

function findFile({ base, folder }: StaticApplication, path: string): string | undefined {
  const relative = normalize(decodeURIComponent(path).slice(base.length));
  const file = join(folder, relative);
  if (relative === 'index.html' || relative.includes('\0') || !file.startsWith(folder + sep)) return undefined;
  if (/\.(br|map)$/.test(file) || relative.split(sep).some((part) => part.startsWith('.'))) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function sendFile(request: Request, response: Response, file: string): void {
  const compressed = existsSync(`${file}.br`);
  response.set('Cache-Control', file.includes(`${sep}assets${sep}`) ? IMMUTABLE : SHORT);
  if (compressed) response.vary('Accept-Encoding');
  if (compressed && request.acceptsEncodings('br')) {
    response.type(extname(file)).set('Content-Encoding', 'br').sendFile(`${file}.br`);
  } else response.sendFile(file);
}

function sendDocument(response: Response, { folder }: StaticApplication, next: () => void): void {
  const document = join(folder, 'index.html');
  if (!existsSync(document)) return next();
  const html = readFileSync(document, 'utf8').replaceAll(NONCE_PLACEHOLDER, response.locals['nonce'] as string);
  response.type('html').set('Cache-Control', 'no-store').send(html);
}
