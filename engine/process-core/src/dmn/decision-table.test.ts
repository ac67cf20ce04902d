import { DecisionError } from './errors.ts';
import { decide, decision, table } from './test-support.ts';

const risk = (hitPolicy: string, aggregation?: string): string =>
  decision(
    'risk',
    table({
      hitPolicy,
      ...(aggregation ? { aggregation } : {}),
      inputs: ['score'],
      outputs: [{ name: 'level', values: '"high", "medium", "low"', fallback: '"none"' }],
      rules: [
        ['[1..10]', '"low"'],
        ['[5..20]', '"high"'],
        ['> 8', '"medium"'],
      ],
    }),
  );

describe('a decision table', () => {
  it.each([
    ['UNIQUE', 2, 'low', ['r1']],
    ['FIRST', 9, 'low', ['r1', 'r2', 'r3']],
    ['PRIORITY', 9, 'high', ['r1', 'r2', 'r3']],
    ['ANY', 2, 'low', ['r1']],
    ['RULE ORDER', 9, ['low', 'high', 'medium'], ['r1', 'r2', 'r3']],
    ['OUTPUT ORDER', 9, ['high', 'medium', 'low'], ['r1', 'r2', 'r3']],
    ['COLLECT', 6, ['low', 'high'], ['r1', 'r2']],
    ['UNIQUE', 0, 'none', []],
    ['FIRST', 0, 'none', []],
  ])('with hit policy %s gives for %s: %j', async (hitPolicy, score, output, matchedRules) => {
    expect(await decide(risk(hitPolicy), 'risk', { score })).toEqual({ output, matchedRules });
  });

  it.each([
    ['SUM', 60],
    ['COUNT', 3],
    ['MIN', 10],
    ['MAX', 30],
  ])('collects with %s', async (aggregation, output) => {
    // given
    const rules = [
      ['-', '10'],
      ['-', '20'],
      ['> 0', '30'],
      ['< 0', '40'],
    ];
    const elements = decision(
      'd',
      table({ hitPolicy: 'COLLECT', aggregation, inputs: ['x'], outputs: [{ name: 'n' }], rules }),
    );
    // then
    expect((await decide(elements, 'd', { x: 1 })).output).toBe(output);
  });

  it('names the rules that overlap', async () => {
    await expect(decide(risk('UNIQUE'), 'risk', { score: 9 })).rejects.toThrow(
      "In the decision table of 'risk' the rules 'r1', 'r2', 'r3' overlap: with hit policy UNIQUE only one rule may match.",
    );
    await expect(decide(risk('UNIQUE'), 'risk', { score: 9 })).rejects.toBeInstanceOf(DecisionError);
  });

  it('names the rules whose outputs differ', async () => {
    await expect(decide(risk('ANY'), 'risk', { score: 9 })).rejects.toThrow('differ in their outputs');
  });

  it.each(['SUM', 'MIN', 'MAX'])('names the rule whose output %s cannot take', async (aggregation) => {
    // given
    const rules = [
      ['-', '1'],
      ['> 0', '"two"'],
    ];
    const elements = decision(
      'd',
      table({ hitPolicy: 'COLLECT', aggregation, inputs: ['x'], outputs: [{ name: 'n' }], rules }),
    );
    // then
    await expect(decide(elements, 'd', { x: 1 })).rejects.toThrow(
      `In the decision table of 'd' the rule 'r2' gives a string, but ${aggregation} needs numbers.`,
    );
  });

  it.each([
    ['true', 1, null],
    ['true', true, 'hit'],
    ['false', false, 'hit'],
    ['limit > 0', null, 'hit'],
    ['limit > 0', false, 'hit'],
    ['limit > 5', 3, null],
    ['yes', 'a', 'hit'],
    ['not(yes)', 'a', null],
    ['limit', 1, 'hit'],
    ['-', null, 'hit'],
  ])('takes %s of %j as Zeebe does: %j', async (test, value, output) => {
    // given
    const elements = decision('d', table({ inputs: ['value'], outputs: [{ name: 'x' }], rules: [[test, '"hit"']] }));
    // then
    expect((await decide(elements, 'd', { value, limit: 1, yes: true })).output).toBe(output);
  });

  it('gives several outputs as a context, and nothing as null', async () => {
    // given
    const elements = decision(
      'd',
      table({
        inputs: ['age', 'status'],
        outputs: [{ name: 'days' }, { name: 'team' }],
        rules: [
          ['< 18', '"open"', '1 + 2', '"child"'],
          ['>= 18', '"open", "new"', '10', '-'],
        ],
      }),
    );
    // then
    expect(await decide(elements, 'd', { age: 7, status: 'open' })).toEqual({
      output: { days: 3, team: 'child' },
      matchedRules: ['r1'],
    });
    expect((await decide(elements, 'd', { age: 20, status: 'new' })).output).toEqual({ days: 10, team: null });
    expect(await decide(elements, 'd', { age: 20, status: 'closed' })).toEqual({ output: null, matchedRules: [] });
    expect((await decide(elements, 'd', {})).output).toBeNull();
  });

  it('reaches variables, dates and built-ins from its cells', async () => {
    // given
    const elements = decision(
      'd',
      table({
        inputs: ['date(born)', 'name'],
        outputs: [{ name: 'result' }],
        rules: [
          ['> today() - duration("P18Y")', 'starts with(?, prefix)', 'upper case(name)'],
          ['-', 'not(starts with(?, prefix))', '"other"'],
        ],
      }),
    );
    // then
    expect((await decide(elements, 'd', { born: '2020-01-01', name: 'ana', prefix: 'a' })).output).toBe('ANA');
    expect((await decide(elements, 'd', { born: '2020-01-01', name: 'ion', prefix: 'a' })).output).toBe('other');
  });

  it('compares amounts exactly', async () => {
    const elements = decision('d', table({ inputs: ['a + b'], outputs: [{ name: 'x' }], rules: [['0.3', 'a * 3']] }));
    expect((await decide(elements, 'd', { a: 0.1, b: 0.2 })).output).toBe(0.3);
  });

  it('stops where its limits are reached', async () => {
    const elements = decision(
      'd',
      table({ inputs: ['1'], outputs: [{ name: 'x' }], rules: [['-', 'for i in 1..1000000 return i']] }),
    );
    await expect(decide(elements, 'd')).rejects.toThrow('limit "listSize"');
    await expect(decide(elements, 'd')).rejects.toMatchObject({ name: 'DecisionError', decisionId: 'd' });
  });

  it('with a wrong number of entries, hit policy or aggregation is refused', async () => {
    const broken = table({ inputs: ['a', 'b'], outputs: [{ name: 'x' }], rules: [['-', '1']] });
    await expect(decide(decision('d', broken), 'd')).rejects.toThrow(
      "Rule 'r1' does not have one entry for every input and output.",
    );
    await expect(decide(risk('BEST'), 'risk')).rejects.toThrow("Unknown hit policy 'BEST'");
    await expect(decide(risk('COLLECT', 'AVERAGE'), 'risk')).rejects.toThrow("Unknown aggregation 'AVERAGE'");
  });
});
