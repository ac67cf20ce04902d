import { compileExpression } from './compile.ts';
import { fromJson } from './from-json.ts';
import { toJson } from './to-json.ts';

describe('values as JSON', () => {
  it.each([
    ['1.5', 1.5],
    ['-0', 0],
    ['1e5000', null],
    ['date("2026-01-31")', '2026-01-31'],
    ['[1..3]', null],
    ['abs', null],
    ['[1, {a: "x"}]', [1, { a: 'x' }]],
  ])('%s', (source, expected) => {
    expect(compileExpression(source).evaluate({}).value).toEqual(expected);
  });

  it.each([
    ['time("10:30:00")', '10:30', '10:30:00'],
    ['time("10:30:05.25")', '10:30:05.250', '10:30:05.25'],
    ['time("10:30:00.000001")', '10:30:00.000001', '10:30:00.000001'],
    ['time("10:30:00+02:00")', '10:30:00+02:00', '10:30:00+02:00'],
    ['time("10:30:00@Europe/Chisinau")', '10:30:00@Europe/Chisinau', '10:30:00@Europe/Chisinau'],
    ['date("2026-01-31")', '2026-01-31', '2026-01-31'],
    ['date("10000-01-31")', '+10000-01-31', '10000-01-31'],
    ['@"2026-01-31T10:30:00"', '2026-01-31T10:30', '2026-01-31T10:30:00'],
    ['@"2026-01-31T10:30:00Z"', '2026-01-31T10:30Z', '2026-01-31T10:30:00Z'],
    ['@"2026-01-31T10:30:00+02:00"', '2026-01-31T10:30+02:00', '2026-01-31T10:30:00+02:00'],
    [
      '@"2026-01-31T10:30:00@Europe/Chisinau"',
      '2026-01-31T10:30+02:00[Europe/Chisinau]',
      '2026-01-31T10:30:00+02:00[Europe/Chisinau]',
    ],
    ['@"P1DT2H"', 'PT26H', 'P1DT2H'],
    ['@"-P1DT2H30M"', 'PT-26H-30M', '-P1DT2H30M'],
    ['@"-PT0.5S"', 'PT-0.5S', '-PT0.5S'],
    ['@"PT0S"', 'PT0S', 'PT0S'],
    ['@"P14M"', 'P1Y2M', 'P1Y2M'],
    ['@"-P14M"', 'P-1Y-2M', '-P1Y2M'],
    ['@"P0M"', 'P0D', 'P0M'],
  ])('%s is %s as a variable, %s in a form', (source, zeebe, iso) => {
    // given
    const compiled = compileExpression(source);
    // then
    expect(compiled.evaluate({}).value).toBe(zeebe);
    expect(compiled.evaluate({}, { temporals: 'iso' }).value).toBe(iso);
  });

  it('leaves functions out of contexts', () => {
    expect(compileExpression('{f: function(x) x, a: 1, l: [abs]}').evaluate({}).value).toEqual({ a: 1, l: [null] });
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
