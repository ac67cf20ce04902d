import { createDeedKeys } from './deed-key.ts';

describe('the key of a deed', () => {
  it('stays across tries of the same body and changes with it', () => {
    // given
    let made = 0;
    const keyOf = createDeedKeys(() => `key-${(made += 1)}`);
    // then
    expect(keyOf({ a: 1 })).toBe('key-1');
    expect(keyOf({ a: 1 })).toBe('key-1');
    expect(keyOf({ a: 2 })).toBe('key-2');
  });

  it('is another one for the same deed once the first is done', () => {
    // given
    let made = 0;
    const keyOf = createDeedKeys(() => `key-${(made += 1)}`);
    keyOf({ a: 1 });
    // when
    keyOf.forget();
    // then
    expect(keyOf({ a: 1 })).toBe('key-2');
  });
});
