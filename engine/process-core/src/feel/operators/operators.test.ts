import fc from 'fast-check';
import { Decimal, finite, toDecimal } from '../decimal.ts';
import { fromJson } from '../from-json.ts';
import { FeelRange } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { compare, inRange } from './comparison.ts';
import { equals, same } from './equality.ts';
import { anyOf, contains } from './membership.ts';

const number = (value: number): Decimal => new Decimal(value);
const closed = (start: FeelValue, end: FeelValue): FeelRange => new FeelRange(start, true, end, true);
const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)).map((json) => fromJson(json));

const DMN = { dialect: 'dmn' as const, step: () => undefined };
const ZEEBE = { ...DMN, dialect: 'zeebe' as const };

describe('numbers', () => {
  it('have 34 digits and round half to even', () => {
    expect(toDecimal('1234567890123456789012345678901234.5')?.toFixed()).toBe('1234567890123456789012345678901234');
    expect(toDecimal('1234567890123456789012345678901235.5')?.toFixed()).toBe('1234567890123456789012345678901236');
  });

  it('are never infinite', () => {
    expect(toDecimal('1e99999')).toBeNull();
    expect(finite(new Decimal(Infinity))).toBeNull();
    expect(finite(number(1))?.toNumber()).toBe(1);
  });
});

describe('equality', () => {
  it('is symmetric, and holds between a value and itself', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(equals(left, right, DMN)).toBe(equals(right, left, DMN));
        expect(same(left, left, DMN)).toBe(true);
      }),
    );
  });

  it('of different kinds is unknown, with null it is false', () => {
    expect(equals(number(1), '1', DMN)).toBeNull();
    expect(equals(null, '1', DMN)).toBe(false);
    expect(same(number(1), '1', DMN)).toBe(false);
  });

  it('of lists is unknown only where no element differs, and never on Zeebe', () => {
    expect(equals([number(1), 'a'], [number(1), number(2)], DMN)).toBeNull();
    expect(equals([number(1), 'a'], [number(1), number(2)], ZEEBE)).toBe(false);
    expect(equals([number(1), 'a'], [number(2), number(2)], DMN)).toBe(false);
  });
});

describe('order', () => {
  it('is antisymmetric', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(Math.sign(compare(left, right) ?? 0) + Math.sign(compare(right, left) ?? 0)).toBe(0);
      }),
    );
  });

  it('of text goes by code points', () => {
    expect(compare('a', 'b')).toBeLessThan(0);
    expect(compare('\uFFFD', '🐎')).toBeLessThan(0);
    expect(compare('ab', 'a')).toBeGreaterThan(0);
  });

  it('does not exist between different kinds', () => {
    expect(compare('1', number(1))).toBeNull();
    expect(compare(null, null)).toBeNull();
    expect(compare(true, false)).toBeNull();
  });
});

describe('a range', () => {
  it.each([
    [closed(number(1), number(3)), 1, true],
    [closed(number(1), number(3)), 4, false],
    [new FeelRange(number(1), false, number(3), false), 1, false],
    [new FeelRange(number(1), false, number(3), false), 3, false],
    [new FeelRange(undefined, false, number(3), true), -1000, true],
    [new FeelRange(number(1), false, undefined, false), 1000, true],
    [closed(null, number(3)), 2, null],
    [closed('a', 'b'), 2, null],
  ])('%j holds %s: %s', (range, element, expected) => {
    expect(inRange(number(element), range)).toBe(expected);
  });
});

describe('membership', () => {
  it.each<[FeelValue, FeelValue, boolean | null]>([
    ['a', 'a', true],
    ['a', 'b', false],
    [['a', 'b'], 'b', true],
    [['a', 'b'], 'c', false],
    [[closed(number(1), number(3))], number(2), true],
    [[['a']], ['a'], true],
    [['a'], ['a'], true],
    [closed(number(1), number(3)), closed(number(1), number(3)), true],
    [number(1), 'a', null],
    [[], null, false],
    [[null], null, true],
  ])('in %j of %j is %s', (test, element, expected) => {
    expect(contains(test, element, DMN)).toBe(expected);
  });

  it('of any is true when one is, and else unknown when one is', () => {
    expect(anyOf([null, true], (item) => item)).toBe(true);
    expect(anyOf([null, false], (item) => item)).toBeNull();
    expect(anyOf([false], (item) => item)).toBe(false);
    expect(anyOf([], () => true)).toBe(false);
  });
});
