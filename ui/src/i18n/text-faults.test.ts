import { findTextFaults } from './text-faults.ts';

describe('faults of a translation', () => {
  it('are none when keys and placeholders agree', () => {
    expect(findTextFaults({ a: { b: 'Bună, {name}' } }, { a: { b: 'Hello, {name}' } })).toEqual([]);
  });

  it('name keys that are missing or unknown', () => {
    expect(findTextFaults({ a: 'unu', b: 'doi' }, { a: 'one', c: 'three' })).toEqual([
      'b is missing',
      'c is unknown in Romanian',
    ]);
  });

  it('name placeholders that differ', () => {
    expect(findTextFaults({ a: '{count, plural, other {# de sarcini}}' }, { a: '{n} tasks' })).toEqual([
      'a names {n} instead of {count}',
    ]);
  });
});
