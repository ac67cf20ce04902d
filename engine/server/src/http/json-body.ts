import { json, urlencoded } from 'express';
import type { RequestHandler } from 'express';
import { BadRequestError } from '../errors/app-error.ts';

/** The largest body of JSON: 1 MB, the size of the largest form. */
export const MAX_BODY_BYTES = 1024 * 1024;

const MAX_DEPTH = 64;

export const readJson: RequestHandler = json({ limit: MAX_BODY_BYTES, strict: true, type: 'application/json' });

export const readForm: RequestHandler = urlencoded({ extended: false, limit: 512 * 1024, parameterLimit: 20 });

// NUL, and halves of a surrogate pair: PostgreSQL stores neither.
const unstorable = /\0|\p{Surrogate}/u;

/** Refuses a text that cannot be stored; `where` names it to the caller. */
export function requireStorableText(text: string, where: string): void {
  if (unstorable.test(text))
    throw new BadRequestError('forbidden_character', `${where} has a character that cannot be stored`, { where });
}

/**
 * Refuses what no schema of ours can describe: a key `__proto__`, which careless copying would turn into the
 * object's prototype, nesting so deep that a recursive check would run out of stack, and texts that cannot be stored.
 */
export function requireSafeJson(body: unknown): void {
  const waiting: [value: unknown, depth: number, key: string][] = [[body, 0, 'body']];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth, key] = next;
    if (typeof value === 'string') requireStorableText(value, key);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH)
      throw new BadRequestError('body_too_deep', `The body is nested deeper than ${MAX_DEPTH} levels`);
    if (Object.hasOwn(value, '__proto__')) {
      throw new BadRequestError('forbidden_key', 'The body has a key "__proto__"', { key: '__proto__' });
    }
    for (const [name, child] of Object.entries(value)) {
      if (!Array.isArray(value)) requireStorableText(name, 'body');
      waiting.push([child, depth + 1, Array.isArray(value) ? key : name]);
    }
  }
}
