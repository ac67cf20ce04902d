import { isId, newId } from './new-id.ts';

describe('newId', () => {
  it('is a UUID of version 7 and of the RFC variant', () => {
    // when
    const id = newId();

    // then
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isId(id)).toBe(true);
  });

  it('sorts by the time at which it was made', () => {
    // given
    const instants = [1, 1_700_000_000_000, 1_700_000_000_001, 2 ** 47];

    // when
    const ids = instants.map((instant) => newId(instant));

    // then
    expect([...ids].sort()).toEqual(ids);
  });

  it('does not repeat within one millisecond, and sorts as it was made', () => {
    // when
    const ids = Array.from({ length: 1000 }, () => newId(0));

    // then
    expect(new Set(ids).size).toBe(1000);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('isId', () => {
  it.each(['', '1', 'x'.repeat(36), "0'; drop table users", '0190B6C4-0000-7000-8000-000000000000'])(
    'refuses %j',
    (text) => {
      // then
      expect(isId(text)).toBe(false);
    },
  );
});
