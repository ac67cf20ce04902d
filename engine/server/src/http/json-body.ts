import { json, urlencoded } from 'express';
import type { RequestHandler } from 'express';
import { BadRequestError } from '../errors/app-error.ts';

/** The largest body of JSON: 1 MB, the size of the largest form. */
export const MAX_BODY_BYTES = 1024 * 1024;

const MAX_DEPTH = 64;

export const readJson: RequestHandler = json({ limit: MAX_BODY_BYTES, strict: true, type: 'application/json' });

export const readForm: RequestHandler = urlencoded({ extended: false, limit: 512 * 1024, parameterLimit: 20 });

/**
 * Refuses what no schema of ours can describe: a key `__proto__`, which careless copying would turn into the
 * object's prototype, and nesting so deep that a recursive check would run out of stack.
 */
export function requireSafeJson(body: unknown): void {
  const waiting: [unknown, number][] = [[body, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH)
      throw new BadRequestError('body_too_deep', `The body is nested deeper than ${MAX_DEPTH} levels`);
    if (Object.hasOwn(value, '__proto__')) {
      throw new BadRequestError('forbidden_key', 'The body has a key "__proto__"', { key: '__proto__' });
    }
    for (const child of Object.values(value)) waiting.push([child, depth + 1]);
  }
}
