import { compileExpression } from './compile.ts';
import { FeelEvaluationError } from './errors.ts';
import { feel, NOW } from './test-support.ts';

function valueOf(source: string, dialect: 'zeebe' | 'dmn'): string {
  try {
    return feel(source, {}, { dialect });
  } catch (error) {
    if (error instanceof FeelEvaluationError) return 'fails';
    throw error;
  }
}

/** Every value under `zeebe` was given by the FEEL engine of Zeebe 8.5.8. */
describe('where Zeebe and the standard disagree', () => {
  it.each([
    // numbers and durations
    ['@"P1D" * 1.5', 'P1D', 'P1DT12H'],
    ['@"P1Y" * 2.5', 'P2Y', 'P2Y6M'],
    ['@"PT36H" / @"P1D"', '1', '1.5'],
    ['@"P1Y" / @"P5M"', '2', '2.4'],
    ['-@"P1D"', 'null', '-P1D'],
    ['@"2024-01-31" - @"2024-01-31T10:00:00Z"', 'null', '-PT10H'],
    ['0 ** -1', 'fails', 'null'],
    ['modulo(1, 0)', 'fails', 'null'],
    ['log(0)', 'fails', 'null'],
    ['stddev([1])', 'fails', 'null'],
    ['even(1.5)', 'false', 'null'],
    ['sum([@"P1D", @"PT12H"])', 'null', 'P1DT12H'],
    ['number(1)', 'null', '1'],
    ['number(" 5")', 'null', '5'],
    ['duration(@"P1D")', 'null', 'P1D'],
    ['time(@"10:00:00")', 'null', '10:00:00'],
    ['date and time(@"2024-01-31")', 'null', '2024-01-31T00:00:00'],
    ['duration("PT-1H-30M")', '-PT1H30M', 'null'],
    ['date and time(@"2026-07-31T10:00:00Z", "Nowhere/None")', 'fails', 'null'],
    // equality
    ['time("10:00:00Z") = time("12:00:00+02:00")', 'false', 'true'],
    ['[1, "a"] = [1, 2]', 'false', 'null'],
    ['{a: 1} = {a: "x"}', 'false', 'null'],
    ['0 in true', 'null', 'true'],
    // texts
    ['"quote \\" and \\\\"', 'quote " and \\\\', 'quote " and \\'],
    ['"\\u0219"', '\\u0219', 'ș'],
    ['"\\U01F40E"', '\\U01F40E', '🐎'],
    ['string length("🐎")', '2', '1'],
    ['substring("🐎bar", 3, 1)', 'b', 'a'],
    ['substring("foobar", 0)', '', 'null'],
    ['substring("foobar", 10)', 'fails', ''],
    ['split("ab", "")', '["a", "b", ""]', '["ab"]'],
    ['replace("abc", "b", "$2")', 'null', 'ac'],
    ['string([1, "a\\"b", {b: null}])', '[1, "a"b", {b:null}]', '[1, "a\\"b", {b: null}]'],
    ['string({"a b-c": 1})', '{a b-c:1}', '{"a b-c": 1}'],
    ['string({f: function(x) x})', '{}', '{f: function(x)}'],
    // lists
    ['5[1]', 'null', '5'],
    ['for x in 5 return x', 'null', '[5]'],
    ['some x in 5 satisfies x = 5', 'null', 'true'],
    ['[1, 2, 3][2.5]', '2', 'null'],
    ['sublist([4, 5, 6], 9)', '[]', 'null'],
    ['sublist([4, 5, 6], 2, 9)', '[5, 6]', 'null'],
    ['insert before([1, 3], 9, 2)', '[1, 3, 2]', 'null'],
    ['remove([1, 2], 5)', '[1, 2]', 'null'],
    ['append(1, 2)', 'null', '[1, 2]'],
    ['before("a", "b")', 'null', 'true'],
    // contexts
    ['{a: 1, a: 2}', '{a: 2}', 'null'],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', '{a: 2}', 'null'],
    ['context put({a: 1}, ["a", "b"], 2)', '{a: {b: 2}}', 'null'],
    ['assert(5, 5 < 3)', 'fails', 'null'],
  ])('%s is %s on Zeebe, %s in the standard', (source, zeebe, dmn) => {
    expect([valueOf(source, 'zeebe'), valueOf(source, 'dmn')]).toEqual([zeebe, dmn]);
  });

  it('an assertion fails with its cause', () => {
    expect(() => compileExpression('assert(1, 1 > 2, "too small")').evaluate({}, { now: NOW })).toThrow('too small');
  });

  it('a local time that a change of the clocks leaves out moves on', () => {
    expect(feel('@"2024-03-31T02:30:00@Europe/Paris"')).toBe('2024-03-31T03:30:00@Europe/Paris');
  });
});
