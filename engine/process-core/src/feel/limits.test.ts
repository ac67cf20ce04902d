import { compileExpression, compileUnaryTests } from './compile.ts';
import { FeelEvaluationError, FeelSyntaxError } from './errors.ts';
import { FeelLimitError } from './limits.ts';
import type { FeelLimits } from './limits.ts';
import { NOW, startStopwatch } from './test-support.ts';

function limitOf(source: string, variables: Record<string, unknown> = {}, limits: Partial<FeelLimits> = {}): string {
  try {
    compileExpression(source).evaluate(variables, { now: NOW, limits });
    return 'none';
  } catch (error) {
    if (error instanceof FeelLimitError) return error.limit;
    if (error instanceof FeelEvaluationError) return 'failed';
    throw error;
  }
}

const long = 'a'.repeat(100_000);
const numbers = Array.from({ length: 9000 }, (_, index) => index);
const wide = Object.fromEntries(numbers.map((index) => [`k${index}`, index]));

/** Lists in lists: fifty times twice as many values, of which each is made once. */
function doubled(first: string): string {
  return `{x0: ${first}, ${Array.from({ length: 50 }, (_, index) => `x${index + 1}: [x${index}, x${index}]`).join(', ')}}`;
}

describe('the limits stop', () => {
  it.each([
    ['for x in 1..1000000 return x', 'listSize'],
    ['for x in 1..9999, y in 1..9999 return 1', 'listSize'],
    ['count(for x in 1..10000 return for y in 1..10000 return x)', 'steps'],
    ['some x in 1..9999, y in 1..9999 satisfies false', 'steps'],
    ['{f: function(n) f(n + 1), r: f(1)}.r', 'depth'],
    ['{f: function(n) f(f(n)), r: f(1)}.r', 'depth'],
    ['{a: function(x) x(x), r: a(a)}.r', 'depth'],
    ['for i in 1..40 return if i = 1 then "ab" else partial[-1] + partial[-1]', 'stringSize'],
    ['for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])', 'listSize'],
    ['string join(for i in 1..9999 return long)', 'stringSize'],
    ['replace(long, "a", "$0$0")', 'stringSize'],
    ['split(long, "a")', 'listSize'],
    ['matches(long, "((a{100}){100}){100}")', 'steps'],
    ['sort(for i in 1..9999 return i, function(a, b) true)', 'steps'],
    ['distinct values(for i in 1..5000 return i)', 'steps'],
    ['string(1e6000)', 'none'],
    ['10 ** 6000 * 10 ** 6000', 'none'],
    ['2 ** 1e9', 'failed'],
    ['1.0000001 ** 123456.789', 'none'],
    ['@"P1D" * 1e40', 'none'],
    ['date("999999999-12-31") + @"P1D"', 'none'],
    ['for i in 1..9999 return 1 / 3 ** 0.5', 'steps'],
    ['for i in 1..9999 return exp(5.5) + log(5.5) + sqrt(2)', 'steps'],
    ['for i in 1..9999 return 1.0000001 ** 99999999', 'steps'],
    ['for i in 1..9999 return modulo(10 ** 6000, 3)', 'steps'],
    ['for i in 1..9999 return string(10 ** 6000)', 'steps'],
    ['string(for i in 1..300 return 10 ** 6000)', 'stringSize'],
    ['for i in 1..9999 return upper case(long)', 'steps'],
    ['for i in 1..9999 return contains(long, "aaaaaaaaaaaab")', 'steps'],
    ['for i in 1..9999 return long < long', 'steps'],
    ['for i in 1..9999 return reverse(list)', 'steps'],
    ['for i in 1..9999 return concatenate(list, [1])', 'steps'],
    ['for i in 1..9999 return list = list', 'steps'],
    [`string(${doubled('[]')})`, 'stringSize'],
    ['for i in 1..9999 return "x" in list', 'steps'],
    ['for i in 1..9999 return list', 'resultSize'],
    ['for i in 1..9999 return context put(wide, "a", 1)', 'steps'],
    ['for i in 1..9999 return now() + @"PT1H" * i', 'steps'],
    [doubled('[1, 1]'), 'resultSize'],
    [`string(${doubled('[1, 1]')})`, 'stringSize'],
  ])('%s by %s', (source, limit) => {
    // given
    const elapsed = startStopwatch();
    // then
    expect(limitOf(source, { long, list: numbers, wide })).toBe(limit);
    expect(elapsed()).toBeLessThan(2000);
  });

  it.each([
    '^(a+)+$',
    '(a|a)*b',
    '(a*)*b',
    '(x+x+)+y',
    '([a-zA-Z]+)*$',
    '(.*)*=',
    'a?'.repeat(50) + 'a'.repeat(50),
    '(a|aa)+$',
    '\\p{L}*\\d',
  ])('no pattern from ending soon: %s', (pattern) => {
    // given
    const elapsed = startStopwatch();
    // when
    const limit = limitOf('matches(text, pattern)', { text: 'a'.repeat(5000) + '!', pattern });
    // then
    expect(['none', 'steps']).toContain(limit);
    expect(elapsed()).toBeLessThan(2000);
  });

  it('by what the caller sets', () => {
    expect(limitOf('[1, 2, 3]', {}, { listSize: 2 })).toBe('listSize');
    expect(limitOf('1 + 1', {}, { steps: 1 })).toBe('steps');
    expect(limitOf('"abcd"', {}, { stringSize: 3 })).toBe('stringSize');
    expect(limitOf('{f: function(n) if n = 0 then 0 else f(n - 1), r: f(5)}.r', {}, { depth: 3 })).toBe('depth');
  });

  it('and say which limit it was', () => {
    expect(() => compileExpression('for x in 1..1000000 return x').evaluate({})).toThrow(
      'The expression needs more than 10000 list elements (limit "listSize").',
    );
  });

  it('data that is nested too deeply', () => {
    // given
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level++) deep = [deep];
    // then
    expect(limitOf('deep', { deep })).toBe('depth');
  });
});

it.each([
  ['1 + '.repeat(4000) + '1'],
  ['['.repeat(20_000)],
  ['a b c '.repeat(3000)],
  ['a ) ( ] { , '.repeat(1600)],
  [`{${Array.from({ length: 1500 }, (_, index) => `k${index}: ${index}`).join(',')}}`],
  [`[${'1,'.repeat(9000)}1]`],
  ['f('.repeat(9000)],
])('a long source is read or refused soon: %.20s', (source) => {
  // given
  const elapsed = startStopwatch();
  // when
  try {
    compileExpression(source);
  } catch (error) {
    expect(error).toBeInstanceOf(FeelSyntaxError);
  }
  // then
  expect(elapsed()).toBeLessThan(1000);
});

it('a table cell keeps to the limits too', () => {
  expect(() => compileUnaryTests('for x in 1..1000000 return x').evaluate({}, { inputValue: 1 })).toThrow(
    FeelLimitError,
  );
});
