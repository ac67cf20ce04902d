import { readIfMatch, toEntityTag } from './entity-tag.ts';
import { thrownBy } from '../errors/testing/thrown-by.ts';

describe('readIfMatch', () => {
  it('reads what toEntityTag writes, also as a weak tag', () => {
    // then
    expect(readIfMatch(toEntityTag(7), 'required')).toBe(7);
    expect(readIfMatch(`W/${toEntityTag(7)}`, 'required')).toBe(7);
  });

  it('names no version for * and where no version matters', () => {
    // then
    expect(readIfMatch('*', 'required')).toBeUndefined();
    expect(readIfMatch(undefined, 'optional')).toBeUndefined();
    expect(readIfMatch('nonsense', undefined)).toBeUndefined();
  });

  it('asks for the header where it is required', () => {
    // then
    expect(thrownBy(() => readIfMatch(undefined, 'required'))).toMatchObject({
      status: 428,
      code: 'if_match_required',
    });
  });

  it.each(['7', '"seven"', '"7', '"7", "8"', '""', `"${'9'.repeat(30)}"`])('refuses %j', (header) => {
    // then
    expect(thrownBy(() => readIfMatch(header, 'optional'))).toMatchObject({ status: 400, code: 'invalid_if_match' });
  });
});
