import fc from 'fast-check';
import { canonicalJson, contentDigest } from './canonical-json.ts';

/** The same data with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, shuffled(item)]));
}

const json = fc.jsonValue();

describe('canonical JSON', () => {
  it('sorts keys, keeps the order of arrays and leaves out what is undefined', () => {
    // given
    const value = { b: [2, 1, { z: null, a: 'ș' }], a: true, gone: undefined };

    // when
    const text = canonicalJson(value);

    // then
    expect(text).toBe('{"a":true,"b":[2,1,{"a":"ș","z":null}]}');
  });

  it('is JSON of the same data', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of keys, and neither does the digest', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(contentDigest('form', 'a', shuffled(value))).toBe(contentDigest('form', 'a', value));
      }),
    );
  });

  it('tells different data, kinds and keys apart', () => {
    // given
    const digests = [
      contentDigest('form', 'a', { x: 1 }),
      contentDigest('form', 'a', { x: '1' }),
      contentDigest('form', 'b', { x: 1 }),
      contentDigest('workflow', 'a', { x: 1 }),
    ];

    // then
    expect(new Set(digests).size).toBe(4);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
