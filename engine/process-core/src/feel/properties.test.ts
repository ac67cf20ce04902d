import fc from 'fast-check';
import type { Json } from '../types.ts';
import { compileExpression, compileUnaryTests } from './compile.ts';
import { FeelSyntaxError } from './errors.ts';
import { FeelLimitError } from './limits.ts';
import { NOW } from './test-support.ts';

const limits = { steps: 5000 };

function isOwnError(error: unknown): boolean {
  return error instanceof FeelSyntaxError || error instanceof FeelLimitError;
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

  it('an expression that is one gives JSON', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const { value } = compileExpression(source).evaluate({ a: 1, b: 'x', c: [1, 2], e: { f: 1 } }, { now: NOW });
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });
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
