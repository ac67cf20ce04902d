import { BadRequestError } from '../errors/app-error.ts';
import { decodeCursor, decodeIdCursor, encodeCursor } from './keyset-cursor.ts';
import { isId, newId } from './new-id.ts';

describe('a keyset cursor', () => {
  const id = newId();

  it.each(['2026-01-05T08:00:00.000Z', 'infinity'])('comes back as it was given: %s', (at) => {
    // then
    expect(decodeCursor(encodeCursor(at, id))).toEqual({ at, id });
  });

  it('of one part comes back when it fits', () => {
    // then
    expect(decodeIdCursor(encodeCursor(id), isId)).toBe(id);
    expect(() => decodeIdCursor(encodeCursor('5'), isId)).toThrow('cursor');
  });

  it.each([
    '',
    'abc',
    encodeCursor('yesterday', id),
    encodeCursor('infinity', 'x'),
    encodeCursor('infinity'),
    Buffer.from('{"a":1}').toString('base64url'),
  ])('refuses %j', (text) => {
    // then
    expect(() => decodeCursor(text)).toThrow(BadRequestError);
  });
});
