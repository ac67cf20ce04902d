import { Decimal } from './decimal.ts';
import { fromJson } from './from-json.ts';
import { coerce, conforms, isInstance, isSubtype, namedType } from './types.ts';
import { FeelFunction, kindOf } from './values.ts';
import type { FeelType } from './values.ts';

const number: FeelType = { kind: 'number' };
const text: FeelType = { kind: 'string' };
const numbers: FeelType = { kind: 'list of', of: number };
const person: FeelType = { kind: 'context of', entries: new Map([['age', number]]) };
const positive: FeelType = {
  kind: 'restricted',
  of: number,
  allows: (value) => value instanceof Decimal && value.gt(0),
};

describe('types', () => {
  it.each([
    ['number', 1, true],
    ['string', 1, false],
    ['Any', 1, true],
    ['list', [1], true],
    ['context', { a: 1 }, true],
    ['boolean', false, true],
  ])('%s has the instance %j: %s', (name, value, expected) => {
    expect(isInstance(fromJson(value), namedType(name) ?? { kind: 'unknown' })).toBe(expected);
  });

  it('null is an instance of none but conforms to all', () => {
    expect(isInstance(null, number)).toBe(false);
    expect(isInstance(null, { kind: 'null' })).toBe(true);
    expect(conforms(null, person)).toBe(true);
  });

  it('there is none of an unknown name', () => {
    expect(namedType('person')).toBeUndefined();
    expect(namedType('constructor')).toBeUndefined();
  });

  it.each([
    [1, number, true],
    [[1, 2], numbers, true],
    [[1, 'a'], numbers, false],
    [{ age: 1, name: 'Ana' }, person, true],
    [{ name: 'Ana' }, person, false],
    [1, positive, true],
    [-1, positive, false],
  ])('%j conforms to %j: %s', (value, type, expected) => {
    expect(conforms(fromJson(value), type)).toBe(expected);
  });

  it('what a value allows does not matter for being its instance', () => {
    expect(isInstance(fromJson(-1), positive)).toBe(true);
  });

  it('a list of one becomes its element and an element a list of one', () => {
    expect(coerce(fromJson([1]), number)).toEqual(new Decimal(1));
    expect(coerce(fromJson(1), numbers)).toHaveLength(1);
    expect(coerce(fromJson([1, 2]), number)).toBeUndefined();
    expect(coerce(fromJson('a'), number)).toBeUndefined();
  });

  it('functions conform by their parameters', () => {
    // given
    const made = new FeelFunction(['a'], () => null, { params: [number], result: text });
    const type = (param: FeelType, result: FeelType): FeelType => ({ kind: 'function of', params: [param], result });
    // then
    expect(kindOf(made)).toBe('function');
    expect(conforms(made, type(number, text))).toBe(true);
    expect(conforms(made, type(number, { kind: 'any' }))).toBe(true);
    expect(conforms(made, type(text, text))).toBe(false);
    expect(conforms(made, type(number, number))).toBe(false);
    expect(conforms(made, { kind: 'function of', params: [], result: text })).toBe(false);
  });

  it.each([
    [number, { kind: 'any' }, true],
    [number, text, false],
    [numbers, { kind: 'list' }, true],
    [numbers, { kind: 'list of', of: { kind: 'any' } }, true],
    [numbers, { kind: 'list of', of: text }, false],
    [positive, number, true],
    [person, { kind: 'context' }, true],
    [person, { kind: 'context of', entries: new Map([['name', text]]) }, false],
    [{ kind: 'range of', of: number }, { kind: 'range' }, true],
    [{ kind: 'null' }, person, true],
  ] as [FeelType, FeelType, boolean][])('%j is a kind of %j: %s', (type, of, expected) => {
    expect(isSubtype(type, of)).toBe(expected);
  });
});
