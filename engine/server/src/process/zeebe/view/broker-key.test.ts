import fc from 'fast-check';
import { newId } from '../../../ids/new-id.ts';
import { idOfKey, keyOfId } from './broker-key.ts';

describe('an id made of a broker key', () => {
  it('is a UUID from which the key can be read', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 63n - 1n), (key) => {
        const id = idOfKey(key.toString());
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(keyOfId(id)).toBe(key.toString());
      }),
    );
  });

  it('sorts as the keys do', () => {
    expect(idOfKey('2251799813685253') < idOfKey('2251799813685299')).toBe(true);
  });

  it('is told from ids of our own', () => {
    expect(keyOfId(newId())).toBeUndefined();
    expect(keyOfId('no id')).toBeUndefined();
  });
});
