import fc from 'fast-check';
import type { Json } from '../types.ts';
import { compileExpression, compileUnaryTests } from './compile.ts';
import { FeelEvaluationError, FeelSyntaxError } from './errors.ts';
import { NOW, startStopwatch } from './test-support.ts';

const limits = { steps: 5000 };
/** More for a thorough run: `FEEL_RUNS=100000`. */
const RUNS = Number(process.env['FEEL_RUNS'] ?? 500);
/** The goal is 100 milliseconds on a machine at rest; here other tests run beside and the code is not optimized. */
const LONGEST = 400;

function isOwnError(error: unknown): boolean {
  return error instanceof FeelSyntaxError || error instanceof FeelEvaluationError;
}

/** Evaluates; own errors are fine, all others are not. */
function survives(source: string): boolean {
  try {
    compileExpression(source).evaluate({ a: 1, b: 'x', c: [1, { d: 2 }], e: { f: null } }, { now: NOW, limits });
    compileUnaryTests(source).evaluate({}, { now: NOW, limits, inputValue: 1 });
    return true;
  } catch (error) {
    if (isOwnError(error)) return true;
    throw error;
  }
}

const FRAGMENTS = [
  'a',
  'b',
  'c',
  'e.f',
  '1',
  '-2.5',
  '"x"',
  'null',
  'true',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  ',',
  ':',
  '..',
  '+',
  '-',
  '*',
  '/',
  '**',
  '=',
  '<',
  '>=',
  'and',
  'or',
  'not(',
  'if',
  'then',
  'else',
  'for i in',
  'return',
  'some i in',
  'satisfies',
  'in',
  'between',
  'instance of',
  'number',
  'function(x)',
  'sum(',
  'matches(',
  '@"P1D"',
  'date("2026-01-31")',
  '?',
  'item',
  '.',
  'now()',
];

const literal = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value.toFixed(4)),
  fc.constantFrom(
    '"x"',
    'null',
    'true',
    'a',
    'b',
    'c',
    'e',
    '@"P1D"',
    '@"P1Y"',
    '@"2026-01-31"',
    '@"10:00:00Z"',
    '[1..5]',
    '@"2026-01-31T10:00:00@Europe/Chisinau"',
  ),
);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    literal,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '**', '=', '!=', '<', '>=', 'and', 'or', 'in'),
        tie('expression'),
      )
      .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
    fc.tuple(tie('expression'), tie('expression')).map(([list, body]) => `for i in [${list}] return ${body}`),
    fc.tuple(tie('expression'), tie('expression')).map(([list, filter]) => `[${list}][${filter}]`),
    fc
      .tuple(
        fc.constantFrom(
          'sum',
          'count',
          'string',
          'abs',
          'floor',
          'date',
          'duration',
          'flatten',
          'upper case',
          'day of week',
          'get entries',
          'min',
          'to json',
        ),
        tie('expression'),
      )
      .map(([name, arg]) => `${name}(${arg})`),
    fc
      .tuple(
        fc.constantFrom(
          'modulo',
          'append',
          'before',
          'decimal',
          'round up',
          'concatenate',
          'get value',
          'is',
          'years and months duration',
          'time',
          'sublist',
        ),
        tie('expression'),
        tie('expression'),
      )
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
  ),
}));

const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

/** Loops, growing texts and lists, deep nesting and patterns around random parts. */
const hostile = fc.oneof(
  expression,
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.tuple(fc.integer({ min: 1, max: 1e9 }), expression).map(([n, body]) => `for i in 1..${n} return ${body}`),
  fc
    .tuple(fc.nat(9999), fc.nat(9999), expression)
    .map(([n, m, body]) => `some i in 1..${n}, j in 1..${m} satisfies ${body}`),
  fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom('(', '[', '-', 'not(', '{a:', 'if a then ', 'a.', '1+'))
    .map(([times, text]) => text.repeat(times)),
  fc
    .tuple(fc.constantFrom('(a*)*b', '(a|aa)+$', '(.*)*=', '((a{99}){99}){99}', 'a?{999}', '[a-z]+x'), expression)
    .map(
      ([pattern, part]) =>
        `[matches(long, "${pattern}"), replace(long, "${pattern}", "$0$0"), split(long, "${pattern}"), ${part}]`,
    ),
  expression.map((part) => `{f: function(n) [f(n + 1), ${part}], r: f(1)}.r`),
  expression.map((part) => `for i in 1..60 return if i = 1 then [${part}] else concatenate(partial[-1], partial[-1])`),
  expression.map((part) => `sort(for i in 1..9999 return i, function(a, b) ${part})`),
  expression.map((part) => `distinct values(for i in 1..9999 return {v: ${part}, i: i})`),
  expression.map((part) => `10 ** 6000 * (${part}) ** 1e9`),
);

const LONG = 'a'.repeat(90_000);

/** In milliseconds of processor time, so that it does not matter what else the machine does. */
function duration(source: string): number {
  const elapsed = startStopwatch();
  try {
    compileExpression(source).evaluate({ a: 1, b: 'x', c: [1, 2], e: { f: 1 }, long: LONG }, { now: NOW });
  } catch (error) {
    if (!isOwnError(error)) throw error;
  }
  return elapsed();
}

/** Null where it says why it fails. */
function valueOf(source: string): Json {
  try {
    return compileExpression(source).evaluate({ a: 1, b: 'x', c: [1, 2], e: { f: 1 } }, { now: NOW }).value;
  } catch (error) {
    if (isOwnError(error)) return null;
    throw error;
  }
}

describe('whatever the source', () => {
  it('only own errors are thrown for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), survives), { numRuns: 300 });
  });

  it('only own errors are thrown for any mix of words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }), (words) => survives(words.join(' '))),
      { numRuns: 500 },
    );
  });

  it('an expression that is one gives JSON, or says why it fails', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const value = valueOf(source);
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
      { numRuns: RUNS },
    );
  });

  it(`none of ${RUNS} keeps the thread for longer than ${LONGEST} milliseconds`, () => {
    fc.assert(
      fc.property(hostile, (source) => {
        // when: a slow one is asked again, since collecting garbage counts too
        const soon = duration(source) < LONGEST || duration(source) < LONGEST || duration(source) < LONGEST;
        // then
        expect(soon).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});

describe('whatever the data', () => {
  it('a variable comes out as it went in', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(compileExpression('x').evaluate({ x: value }).value).toEqual(value);
      }),
    );
  });

  it('a value equals itself, and itself after a round trip through JSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(compileExpression('x = x and from json(to json(x)) = x').evaluate({ x: value }).value).toBe(true);
      }),
    );
  });

  it('cents add up exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (cents) => {
        const { value } = compileExpression('sum(amounts)').evaluate({ amounts: cents.map((amount) => amount / 100) });
        expect(value).toBe(cents.reduce((total, amount) => total + amount, 0) / 100 + 0);
      }),
    );
  });

  it('a day plus some days minus that day is those days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
        const source = '(date("2026-01-31") + duration("P1D") * n) - date("2026-01-31") = duration("P1D") * n';
        expect(compileExpression(source).evaluate({ n: days }).value).toBe(true);
      }),
    );
  });

  it('sorting orders and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), (list) => {
        const { value } = compileExpression('sort(list, function(a, b) a < b)').evaluate({ list });
        expect(value).toEqual([...list].sort((left, right) => left - right));
      }),
    );
  });
});
