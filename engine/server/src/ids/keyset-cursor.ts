import { BadRequestError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';

/** A keyset position as the opaque text of a page link. */
export function encodeCursor(...parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor: an instant (or `infinity`) and an id. Throws BadRequestError for any other text. */
export function decodeCursor(text: string): { at: string; id: string } {
  const [at, id] = parse(text);
  if (typeof at !== 'string' || !isInstant(at) || typeof id !== 'string' || !isId(id)) throw invalid();
  return { at, id };
}

/** `infinity`, or what `toISOString` writes of the years that PostgreSQL knows. */
function isInstant(text: string): boolean {
  return text === 'infinity' || (/^(?!0000)\d{4}-/.test(text) && isIsoText(text));
}

function isIsoText(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** The row number or id that a cursor of one part holds. */
export function decodeIdCursor(text: string, fits: (id: string) => boolean): string {
  const [id] = parse(text);
  if (typeof id !== 'string' || !fits(id)) throw invalid();
  return id;
}

function parse(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function invalid(): BadRequestError {
  return new BadRequestError('invalid_cursor', 'The cursor is not one that this list gave', { parameter: 'cursor' });
}
