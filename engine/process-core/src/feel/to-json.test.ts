import { compileExpression } from './compile.ts';
import { fromJson } from './from-json.ts';
import { toJson } from './to-json.ts';

describe('values as JSON', () => {
  it.each([
    ['1.5', 1.5],
    ['-0', 0],
    ['1e5000', null],
    ['date("2026-01-31")', '2026-01-31'],
    ['time("10:30:00")', '10:30:00'],
    ['@"2026-01-31T10:30:00"', '2026-01-31T10:30:00'],
    ['@"2026-01-31T10:30:00Z"', '2026-01-31T10:30:00Z'],
    ['@"2026-01-31T10:30:00+02:00"', '2026-01-31T10:30:00+02:00'],
    ['@"2026-01-31T10:30:00@Europe/Chisinau"', '2026-01-31T10:30:00+02:00[Europe/Chisinau]'],
    ['@"P1DT2H"', 'P1DT2H'],
    ['@"P1Y"', 'P1Y'],
    ['[1..3]', null],
    ['abs', null],
    ['[1, {a: "x"}]', [1, { a: 'x' }]],
  ])('%s', (source, expected) => {
    expect(compileExpression(source).evaluate({}).value).toEqual(expected);
  });

  it('a text that looks like a date stays a text', () => {
    expect(compileExpression('d instance of string').evaluate({ d: '2026-01-31' }).value).toBe(true);
  });

  it('what JSON does not know becomes null', () => {
    expect(toJson(fromJson(undefined))).toBeNull();
    expect(toJson(fromJson(Number.NaN))).toBeNull();
    expect(toJson(fromJson(() => 1))).toBeNull();
  });

  it('takes nothing from the prototype', () => {
    expect(compileExpression('x.constructor').evaluate({ x: {} }).value).toBeNull();
    expect(compileExpression('constructor').evaluate({}).value).toBeNull();
    expect(compileExpression('{"__proto__": 1}').evaluate({}).value).toEqual(JSON.parse('{"__proto__": 1}'));
  });
});
