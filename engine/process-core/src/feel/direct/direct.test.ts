import fc from 'fast-check';
import { compileExpression } from '../compile.ts';
import { NOW } from '../test-support.ts';
import { toJson } from '../to-json.ts';
import { Decimal } from '../decimal.ts';

/** What the interpreter gives, without the direct evaluation. */
function interpreted(source: string, context: Record<string, unknown>) {
  const { value, warnings } = compileExpression(source).evaluateRaw(context, { now: NOW });
  return { value: toJson(value), warnings };
}

function evaluated(source: string, context: Record<string, unknown>) {
  return compileExpression(source).evaluate(context, { now: NOW });
}

const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, -0, 1, -1, 2.5, 0.1, 1e21, 1e-7, 9007199254740991, 9007199254740993, 5e-324),
  fc.constantFrom('', 'a', 'b', 'ab', 'ș', '\u{1f600}', '\uffff', '1', 'true'),
  fc.integer({ min: -20, max: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const value = fc.oneof({ weight: 5, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }), fc.record({ p: scalar }));
const context = fc.record(
  { x: value, y: value, z: fc.record({ p: value, q: fc.record({ r: scalar }) }) },
  { requiredKeys: [] },
);

const literal = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    'false',
    '"a"',
    '"b"',
    '"\u{1f600}"',
    '0',
    '1',
    '-1',
    '2.5',
    '0.1',
    '9007199254740993',
  ),
  fc.constantFrom('1e3', '100000000000000000000000000000000001', '0.1000000000000000055511151231257827', '"\\u0061"'),
);
const name = fc.constantFrom('x', 'y', 'z', 'z.p', 'z.q.r', 'x.p', 'missing', 'count');

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const part = inner.map((text) => `(${text})`);
  const operand = fc.oneof({ depthSize: 'small', withCrossShrink: true }, literal, name, part);
  const list = fc.array(operand, { minLength: 1, maxLength: 3 });
  const joined = (operator: fc.Arbitrary<string>) =>
    fc.tuple(operand, operator, operand).map(([left, sign, right]) => `${left} ${sign} ${right}`);
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      operand,
      joined(fc.constantFrom('=', '!=', '<', '<=', '>', '>=')),
      joined(fc.constantFrom('and', 'or')),
      joined(fc.constantFrom('+', '-', '*', '/')),
      fc.tuple(operand, list).map(([left, items]) => `${left} in [${items.join(', ')}]`),
      fc.tuple(operand, list).map(([left, items]) => `${left} in (${items.join(', ')})`),
      fc.tuple(operand, operand, operand).map(([left, low, high]) => `${left} in (${low}..${high}]`),
      fc.tuple(operand, operand, operand).map(([left, low, high]) => `${left} between ${low} and ${high}`),
      fc.tuple(part, operand, operand).map(([test, yes, no]) => `if ${test} then ${yes} else ${no}`),
      fc
        .tuple(fc.constantFrom('not', 'is defined', 'count'), operand)
        .map(([call, argument]) => `${call}(${argument})`),
    ),
  };
});

const runs = Number(process.env['FEEL_RUNS'] ?? 3000);

describe('the direct evaluation of an expression', () => {
  it('gives what the interpreter gives, warnings included', () => {
    fc.assert(
      fc.property(expression, context, (source, variables) => {
        // given a random expression over random JSON
        // when
        const result = evaluated(source, variables);
        // then
        expect(result).toEqual(interpreted(source, variables));
      }),
      { numRuns: runs },
    );
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['x = true', { x: true }, true],
    ['x = "a" and y > 18', { x: 'a', y: 19 }, true],
    ['case.state in ["open", "new"]', { case: { state: 'new' } }, true],
    ['x in [18..65)', { x: 65 }, false],
    ['x in ("a", "b")', { x: 'b' }, true],
    ['x between 1 and 3', { x: 2 }, true],
    ['not(x) or y != null', { x: true, y: 1 }, true],
    ['if is defined(x) then x else 0', { x: null }, 0],
    ['count(x) * 2 + 1', { x: [1, 2] }, 5],
    ['(x + 10) / 4', { x: 2 }, 3],
    ['x and y', { x: true, y: null }, null],
    ['0 * x', { x: -3 }, 0],
  ])('decides %s', (source, variables, expected) => {
    // given
    const run = () => evaluated(source, variables);
    // when, then
    expect(run()).toEqual({ value: expected, warnings: [] });
    expect(interpreted(source, variables).value).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['x', { x: Number.POSITIVE_INFINITY }],
    ['x', { x: 12n }],
    ['x = 1', { x: new Decimal('1.0') }],
    ['x + "b"', { x: 'a'.repeat(100) }],
    ['x.p', { x: new Map([['p', 1]]) }],
    ['x = null', { x: () => 1 }],
    ['__proto__', {}],
    ['constructor = null', {}],
    ['x.constructor', { x: {} }],
  ])('leaves %s over unusual values to the interpreter', (source, variables) => {
    // given
    const expected = interpreted(source, variables);
    // when
    const result = evaluated(source, variables);
    // then
    expect(result).toEqual(expected);
  });

  it('counts nothing only where no limits are set', () => {
    // given
    const compiled = compileExpression('x + x + x');
    // when
    const limited = () => compiled.evaluate({ x: 1 }, { now: NOW, limits: { steps: 2 } });
    // then
    expect(limited).toThrow('more than 2 steps');
  });
});
