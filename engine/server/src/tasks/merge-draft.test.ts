import fc from 'fast-check';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import { mergeDraft } from './merge-draft.ts';

const draft = (data: JsonObject, fields: Record<string, number>, version: number) => ({ data, fields, version });

describe('mergeDraft', () => {
  it('takes changes to fields that nobody else has changed', () => {
    // when
    const merged = mergeDraft(draft({ a: 1, b: 2 }, { '/a': 1, '/b': 2 }, 2), {
      base: 1,
      changes: { '/a': 5, '/c': 'x' },
    });

    // then
    expect(merged).toEqual({
      draft: { data: { a: 5, b: 2, c: 'x' }, fields: { '/a': 3, '/b': 2, '/c': 3 }, version: 3 },
      conflicts: [],
    });
  });

  it('removes what is null', () => {
    // then
    expect(mergeDraft(draft({ a: 1, b: 2 }, {}, 1), { base: 1, changes: { '/a': null } }).draft.data).toEqual({ b: 2 });
  });

  it.each([
    ['the same field', '/a'],
    ['a field within', '/a/name'],
    ['the group around', ''],
  ])('keeps what somebody else has written: %s', (_what, pointer) => {
    // given
    const theirs = draft({ a: { name: 'theirs' } }, { '/a': 3 }, 3);

    // when
    const merged = mergeDraft(theirs, { base: 2, changes: { [pointer]: { name: 'mine' } } });

    // then
    expect(merged.draft.data).toEqual({ a: { name: 'theirs' } });
    expect(merged.conflicts).toEqual([pointer]);
  });

  it('tells fields with a common beginning apart', () => {
    // then
    expect(mergeDraft(draft({}, { '/a': 2 }, 2), { base: 1, changes: { '/ab': 1 } }).conflicts).toEqual([]);
  });

  it('does not let a pointer reach a prototype', () => {
    // when
    const { draft: merged } = mergeDraft(draft({}, {}, 0), { base: 0, changes: { '/__proto__/polluted': true } });

    // then
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(merged.data)).toBe(Object.prototype);
  });

  it('loses nothing of two editors: each field holds what one of them wrote, and whoever lost is told', () => {
    const name = fc.constantFrom('/a', '/b', '/c', '/d');
    const edits = fc.dictionary(name, fc.integer({ min: 1, max: 9 }) as fc.Arbitrary<Json>, { minKeys: 1 });
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        // when: both edited version 1
        const one = mergeDraft(draft({}, {}, 1), { base: 1, changes: first });
        const two = mergeDraft(one.draft, { base: 1, changes: second });

        // then
        for (const [pointer, value] of Object.entries(first)) expect(two.draft.data[pointer.slice(1)]).toBe(value);
        for (const [pointer, value] of Object.entries(second)) {
          if (pointer in first) expect(two.conflicts).toContain(pointer);
          else expect(two.draft.data[pointer.slice(1)]).toBe(value);
        }
      }),
    );
  });
});
