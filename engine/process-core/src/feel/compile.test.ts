import { compileExpression, compileUnaryTests, stripEquals } from './compile.ts';
import { FeelSyntaxError } from './errors.ts';
import { feel, NOW, tests, warningsOf } from './test-support.ts';

describe('an expression', () => {
  it.each([
    ['0.1 + 0.2', '0.3'],
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 / 4', '2.5'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['2 ** 10', '1024'],
    ['2 ^ 3', '8'],
    ['7 - 2 - 1', '4'],
    ['-x', '-5'],
    ['- 3', '-3'],
    ['1 / 0', 'null'],
    ['1e400 * 1e400', '1' + '0'.repeat(800)],
    ['9999999999999999999999999999999999 + 1', '10000000000000000000000000000000000'],
    ['"a" + "b"', 'ab'],
    ['"a" + 1', 'null'],
    ['null + 1', 'null'],
    ['true + 1', 'null'],
  ])('computes %s', (source, expected) => {
    expect(feel(source, { x: 5 })).toBe(expected);
  });

  it.each([
    ['1 = 1.0', 'true'],
    ['"a" = "a"', 'true'],
    ['1 = "1"', 'null'],
    ['null = null', 'true'],
    ['1 = null', 'false'],
    ['1 != null', 'true'],
    ['[1, 2] = [1, 2]', 'true'],
    ['[1, 2] = [2, 1]', 'false'],
    ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
    ['{a: 1} = {a: 2}', 'false'],
    ['1 < 2', 'true'],
    ['"a" < "b"', 'true'],
    ['"b" <= "a"', 'false'],
    ['1 < "a"', 'null'],
    ['1 < null', 'null'],
    ['2 between 1 and 3', 'true'],
    ['4 between 1 and 3', 'false'],
    ['null between 1 and 3', 'null'],
    ['2 in [1..3]', 'true'],
    ['1 in (1..3]', 'false'],
    ['3 in [1..3)', 'false'],
    ['1 in ]1..3]', 'false'],
    ['5 in (1, 5, 9)', 'true'],
    ['5 in (> 6, < 3)', 'false'],
    ['5 in [4, 5]', 'true'],
    ['5 in > 4', 'true'],
    ['"x" in ("y", "x")', 'true'],
    ['[1..3] = [1..3]', 'true'],
    ['[1..3] = [1..3)', 'false'],
    ['date("2026-01-01") < date("2026-01-02")', 'true'],
    ['duration("P1D") > duration("PT23H")', 'true'],
  ])('compares %s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });

  it.each([
    ['true and true', 'true'],
    ['true and false', 'false'],
    ['false and null', 'false'],
    ['null and true', 'null'],
    ['null and null', 'null'],
    ['true or null', 'true'],
    ['null or true', 'true'],
    ['false or null', 'null'],
    ['false or false', 'false'],
    ['"x" and true', 'null'],
    ['false and "x"', 'false'],
    ['not(true)', 'false'],
    ['not(null)', 'null'],
    ['true and true and false or true', 'true'],
  ])('knows three truth values: %s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });

  it.each([
    ['if x > 3 then "more" else "less"', 'more'],
    ['if null then 1 else 2', '2'],
    ['if "a" then 1 else 2', '2'],
    ['for i in 1..3 return i * i', '[1, 4, 9]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['for i in [1, 2], j in [10, 20] return i + j', '[11, 21, 12, 22]'],
    ['for i in 1..3, j in 1..i return j', '[1, 1, 2, 1, 2, 3]'],
    ['for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]', '[1, 1, 2, 3, 5]'],
    ['for d in date("2026-01-30")..date("2026-02-01") return d', '[2026-01-30, 2026-01-31, 2026-02-01]'],
    ['for i in [1..3] return i', '[1, 2, 3]'],
    ['for i in null return i', 'null'],
    ['some i in [1, 2] satisfies i > 1', 'true'],
    ['some i in [1, 2] satisfies i > 2', 'false'],
    ['some i in [1, null] satisfies i > 2', 'null'],
    ['every i in [1, 2] satisfies i > 0', 'true'],
    ['every i in [] satisfies false', 'true'],
    ['every i in [1, 2], j in [3] satisfies i < j', 'true'],
    ['every i in [1, null] satisfies i > 0', 'null'],
    ['every i in null satisfies true', 'null'],
  ])('controls the flow: %s', (source, expected) => {
    expect(feel(source, { x: 5 })).toBe(expected);
  });

  it.each([
    ['[1, 2, 3][1]', '1'],
    ['[1, 2, 3][-1]', '3'],
    ['[1, 2, 3][4]', 'null'],
    ['[1, 2, 3][0]', 'null'],
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[][item > 1]', '[]'],
    ['null[1]', 'null'],
    ['[{a: 1, b: 2}, {a: 3, b: 4}][a > 1].b', '[4]'],
    ['people[age >= 18].name', '["Ana"]'],
    ['people[1].name', 'Ana'],
    ['people.age', '[30, 7]'],
    ['people[item.age < limit].name', '["Ion"]'],
    ['person.address.city', 'Chișinău'],
    ['person.address.street', 'null'],
    ['person.unknown.city', 'null'],
    ['{a: 1, b: a + 1, c: a + b}.c', '3'],
    ['{"a b": 1}.a b', '1'],
    ['{}', '{}'],
    ['`strange-name` + 1', '2'],
    ['[1..3].start', '1'],
    ['(1..3].start included', 'false'],
    ['[1..3].end', '3'],
  ])('reaches into data: %s', (source, expected) => {
    // given
    const variables = {
      people: [
        { name: 'Ana', age: 30 },
        { name: 'Ion', age: 7 },
      ],
      person: { address: { city: 'Chișinău' } },
      limit: 18,
      'strange-name': 1,
    };
    // then
    expect(feel(source, variables)).toBe(expected);
  });

  it.each([
    ['{f: function(a, b) a + b, r: f(1, 2)}.r', '3'],
    ['{f: function(a: number) a, r: f("x")}.r', 'null'],
    ['{f: function(a, b) a - b, r: f(b: 1, a: 5)}.r', '4'],
    ['{f: function(n) if n <= 1 then 1 else n * f(n - 1), r: f(10)}.r', '3628800'],
    ['{f: function(a) a, r: f(1, 2)}.r', 'null'],
    ['(function(a) a * 2)(4)', '8'],
    ['{f: function(a) external {java: {class: "java.lang.Math"}}, r: f(1)}.r', 'null'],
    ['sort([3, 1, 2], function(a, b) a > b)', '[3, 2, 1]'],
    ['for f in [abs, floor] return f(-1.5)', '[1.5, -2]'],
    ['nothing(1)', 'null'],
    ['x(1)', 'null'],
  ])('calls functions: %s', (source, expected) => {
    expect(feel(source, { x: 5 })).toBe(expected);
  });

  it.each([
    ['1 instance of number', 'true'],
    ['1 instance of string', 'false'],
    ['null instance of Any', 'false'],
    ['1 instance of Any', 'true'],
    ['[1, 2] instance of list<number>', 'true'],
    ['[1, "a"] instance of list<number>', 'false'],
    ['{a: 1} instance of context<a: number>', 'true'],
    ['{a: 1} instance of context<b: number>', 'false'],
    ['[1..2] instance of range<number>', 'true'],
    ['[1..2] instance of range<string>', 'false'],
    ['@"P1D" instance of days and time duration', 'true'],
    ['@"P1M" instance of years and months duration', 'true'],
    ['date("2026-01-01") instance of date', 'true'],
    ['date and time("2026-01-01T00:00:00") instance of date and time', 'true'],
    ['(function(a) a) instance of function<number>->number', 'true'],
    ['1 instance of nothing', 'null'],
  ])('tells the type: %s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });

  it.each([
    ['"line\\nbreak"', 'line\nbreak'],
    ['"tab\\t"', 'tab\t'],
    ['"over\ntwo lines"', 'over\ntwo lines'],
    ['1 // a comment', '1'],
    ['1 /* a comment */ + 2', '3'],
    ['  3  ', '3'],
    ['.5', '0.5'],
    ['1.5e3', '1500'],
  ])('reads literals and comments: %s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });

  it('gives JSON, its numbers as numbers and its dates as strings', () => {
    // when
    const { value } = compileExpression(
      '{n: 0.1 + 0.2, d: date("2026-01-31"), l: [null, true], t: "2026-01-31"}',
    ).evaluate({});
    // then
    expect(value).toEqual({ n: 0.3, d: '2026-01-31', l: [null, true], t: '2026-01-31' });
  });

  it.each([
    ['y', 'NO_VARIABLE_FOUND'],
    ['{a: 1}.b', 'NO_CONTEXT_ENTRY_FOUND'],
    ['(5).b', 'NO_PROPERTY_FOUND'],
    ['1 < "a"', 'NOT_COMPARABLE'],
    ['1 + "a"', 'INVALID_TYPE'],
    ['nothing(1)', 'NO_FUNCTION_FOUND'],
    ['string length(1)', 'FUNCTION_INVOCATION_FAILURE'],
  ])('warns why %s is null', (source, code) => {
    expect(warningsOf(source)).toEqual([code]);
  });

  it.each([
    ['a + b.c', ['a', 'b']],
    ['for x in xs return x + y', ['xs', 'y']],
    ['{a: 1, b: a}.b', []],
    ['count(items) + date("2026-01-01").year', ['items']],
    ['some p in people satisfies p.age > min age', ['people', 'min age']],
    ['function(a) a + z', ['z']],
    ['data.name', ['data']],
    ['risk(score)', ['risk', 'score']],
  ])('names the variables that %s refers to', (source, names) => {
    expect([...compileExpression(source).names].sort()).toEqual([...names].sort());
  });

  it('knows names with special characters when it is told of them', () => {
    // given
    const names = { 'net-income': 1, applicant: { 'date of birth': 1 } } as const;
    // when
    const expression = compileExpression('net-income - 1 + applicant.date of birth', { names });
    // then
    expect(expression.evaluate({ 'net-income': 10, applicant: { 'date of birth': 5 } }).value).toBe(14);
  });

  it('repeats random numbers and ids for the same seed', () => {
    // given
    const expression = compileExpression('[random number(), uuid()]');
    // then
    expect(expression.evaluate({}, { now: NOW })).toEqual(expression.evaluate({}, { now: NOW }));
    expect(expression.evaluate({}, { seed: 'a' })).not.toEqual(expression.evaluate({}, { seed: 'b' }));
  });

  it('knows no time but the one it is given', () => {
    expect(compileExpression('now()').evaluate({}).value).toBeNull();
    expect(feel('today()', {}, { now: '2026-11-22T22:30:00Z' })).toBe('2026-11-23');
    expect(feel('today()', {}, { now: '2026-11-22T22:30:00Z', timeZone: 'UTC' })).toBe('2026-11-22');
    expect(feel('now()')).toBe('2026-11-22T12:00:00@Europe/Chisinau');
  });
});

describe('unary tests', () => {
  it.each([
    ['-', 'anything', true],
    ['5', 5, true],
    ['5', 6, false],
    ['> 5', 6, true],
    ['<= 5', 6, false],
    ['= 5', 5, true],
    ['!= 5', 5, false],
    ['[1..5], 9', 9, true],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'b', false],
    ['not("a", "b")', 'c', true],
    ['? > 5', 6, true],
    ['? > 5 and ? < 7', 6, true],
    ['starts with(?, "x")', 'xy', true],
    ['list contains(["a"], ?)', 'a', true],
    ['true', true, true],
    ['true', false, false],
    ['false', false, true],
    ['limit > 3', 1, true],
    ['limit', 5, true],
    ['null', null, true],
    ['> 5', null, null],
    ['> 5', 'text', null],
    ['allowed', 'x', true],
    ['[1..limit]', 4, true],
  ])('%s of %s is %s', (source, input, expected) => {
    expect(tests(source, input, { limit: 5, allowed: ['x', 'y'] })).toBe(expected);
  });

  it('take dates', () => {
    expect(compileUnaryTests('< date("2026-01-01")').evaluate({}, { inputValue: null }).value).toBeNull();
    expect(feel('date("2025-01-01") in (< date("2026-01-01"))')).toBe('true');
  });
});

describe('a source that is no expression', () => {
  it.each([
    ['1 +', 1, 4],
    ['', 1, 1],
    ['1 2', 1, 3],
    ['(1', 1, 3],
    ['a\n+ )', 2, 3],
    ['if a then b', 1, 12],
  ])('%j is refused at its line and column', (source, line, column) => {
    // when
    const error = catchError(() => compileExpression(source));
    // then
    expect(error).toBeInstanceOf(FeelSyntaxError);
    expect(error).toMatchObject({ line, column });
  });

  it.each([
    ['(('.repeat(200) + '1' + '))'.repeat(200)],
    ['['.repeat(5000)],
    ['1 + '.repeat(20_000)],
    ['-'.repeat(3000) + '1'],
  ])('is refused when it is nested too deeply or too long', (source) => {
    expect(() => compileExpression(source)).toThrow(FeelSyntaxError);
  });
});

it.each([
  ['= a + b', 'a + b'],
  ['=1', '1'],
  ['  = x', 'x'],
  ['static', undefined],
  ['', undefined],
])('the expression in %j is %j', (text, expected) => {
  expect(stripEquals(text)).toBe(expected);
});

function catchError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
