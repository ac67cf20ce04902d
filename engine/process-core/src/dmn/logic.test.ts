import type { Json } from '../types.ts';
import { decide, decision, literal, requires } from './test-support.ts';

const entry = (name: string, logic: string): string =>
  `<contextEntry>${name ? `<variable name="${name}"/>` : ''}${logic}</contextEntry>`;
const parameters = (...names: string[]): string => names.map((name) => `<formalParameter name="${name}"/>`).join('');

const cases: [string, string, Json][] = [
  ['a literal expression', literal('a + 1'), 6],
  ['an empty literal expression', literal(''), null],
  ['a context', `<context>${entry('x', literal('a'))}${entry('y', literal('x + 1'))}</context>`, { x: 5, y: 6 }],
  ['a context with a result', `<context>${entry('x', literal('a'))}${entry('', literal('x * 2'))}</context>`, 10],
  ['a list', `<list>${literal('1')}${literal('a')}</list>`, [1, 5]],
  [
    'a relation',
    `<relation><column name="k"/><column name="v"/><row>${literal('"x"')}${literal('1')}</row><row>${literal('"y"')}${literal('a')}</row></relation>`,
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 5 },
    ],
  ],
  [
    'a conditional',
    `<conditional><if>${literal('a > 3')}</if><then>${literal('"more"')}</then><else>${literal('"less"')}</else></conditional>`,
    'more',
  ],
  [
    'a conditional on null',
    `<conditional><if>${literal('null')}</if><then>${literal('1')}</then><else>${literal('2')}</else></conditional>`,
    2,
  ],
  [
    'a for',
    `<for iteratorVariable="i"><in>${literal('[1, 2, a]')}</in><return>${literal('i * 2 + count(partial)')}</return></for>`,
    [2, 5, 12],
  ],
  [
    'a for over a range',
    `<for iteratorVariable="i"><in>${literal('[1..3]')}</in><return>${literal('i')}</return></for>`,
    [1, 2, 3],
  ],
  [
    'a for over null',
    `<for iteratorVariable="i"><in>${literal('null')}</in><return>${literal('i')}</return></for>`,
    null,
  ],
  [
    'a some',
    `<some iteratorVariable="i"><in>${literal('[1, a]')}</in><satisfies>${literal('i > 3')}</satisfies></some>`,
    true,
  ],
  [
    'an every',
    `<every iteratorVariable="i"><in>${literal('[1, a]')}</in><satisfies>${literal('i > 3')}</satisfies></every>`,
    false,
  ],
  ['a filter', `<filter><in>${literal('[1, 4, a]')}</in><match>${literal('item > 3')}</match></filter>`, [4, 5]],
  [
    'a function and its invocation',
    `<context>${entry('double', `<functionDefinition>${parameters('n')}${literal('n * 2')}</functionDefinition>`)}${entry(
      '',
      `<invocation>${literal('double')}<binding><parameter name="n"/>${literal('a')}</binding></invocation>`,
    )}</context>`,
    10,
  ],
  [
    'a function of another language',
    `<context>${entry('f', `<functionDefinition kind="Java">${parameters('n')}${literal('1')}</functionDefinition>`)}${entry('', literal('f(1)'))}</context>`,
    null,
  ],
];

describe('decision logic', () => {
  it.each(cases)('%s', async (_, logic, output) => {
    expect((await decide(decision('d', logic), 'd', { a: 5 })).output).toEqual(output);
  });

  it('another expression language than FEEL is refused', async () => {
    const logic = '<literalExpression expressionLanguage="javascript"><text>1</text></literalExpression>';
    await expect(decide(decision('d', logic), 'd')).rejects.toThrow(
      "The expression language 'javascript' is not supported",
    );
  });

  it('invoking what is no function is an error', async () => {
    const logic = `<invocation>${literal('a')}</invocation>`;
    await expect(decide(decision('d', logic), 'd', { a: 1 })).rejects.toThrow("Can't invoke a value of type number.");
  });
});

describe('the requirements graph', () => {
  const graph = [
    decision('base', literal('salary * 2')),
    decision('bonus', literal('base + 1'), requires('Decision', 'base')),
    decision('total', literal('base + bonus'), requires('Decision', 'base') + requires('Decision', 'bonus')),
  ].join('');

  it('evaluates what a decision requires first', async () => {
    expect((await decide(graph, 'total', { salary: 10 })).output).toBe(41);
  });

  it('prefers the required decision to a variable of that name', async () => {
    expect((await decide(graph, 'bonus', { salary: 10, base: 1 })).output).toBe(21);
  });

  it('finds a decision by its name too, and says where there is none', async () => {
    const elements = `<decision id="_1" name="Total due">${literal('1')}</decision>`;
    expect((await decide(elements, 'Total due')).output).toBe(1);
    await expect(decide(elements, 'missing')).rejects.toThrow("The model 'Model' has no decision 'missing'.");
  });

  it('names a decision without logic, and a requirement that is missing', async () => {
    await expect(decide(decision('d', ''), 'd')).rejects.toThrow("The decision 'd' has no logic.");
    await expect(decide(decision('d', literal('1'), requires('Decision', 'x')), 'd')).rejects.toThrow(
      "'d' requires 'x'",
    );
  });

  it('calls knowledge models, which may call others and themselves', async () => {
    // given
    const knowledge = (id: string, params: string, body: string, required = ''): string =>
      `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/><encapsulatedLogic>${params}${literal(body)}</encapsulatedLogic>${required}</businessKnowledgeModel>`;
    const elements = [
      knowledge('double', parameters('n'), 'n * 2'),
      knowledge('quadruple', parameters('n'), 'double(double(n))', requires('Knowledge', 'double')),
      knowledge('factorial', parameters('n'), 'if n < 2 then 1 else n * factorial(n - 1)'),
      decision(
        'd',
        literal('quadruple(a) + factorial(5)'),
        requires('Knowledge', 'quadruple') + requires('Knowledge', 'factorial'),
      ),
    ].join('');
    // then
    expect((await decide(elements, 'd', { a: 5 })).output).toBe(140);
  });

  it('runs decision services, their inputs given or called', async () => {
    // given
    const elements = [
      `<inputData id="x" name="x"><variable name="x"/></inputData>`,
      decision('in', literal('100')),
      decision('out', literal('in + x'), requires('Decision', 'in') + requires('Input', 'x')),
      `<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#out"/><inputDecision href="#in"/><inputData href="#x"/></decisionService>`,
      decision('d', literal('s(1, 2)'), requires('Knowledge', 's')),
    ].join('');
    // then
    expect((await decide(elements, 's', { x: 1, in: 5 })).output).toBe(6);
    expect((await decide(elements, 'd')).output).toBe(3);
    expect((await decide(elements, 'out', { x: 1 })).output).toBe(101);
  });

  it('in the standard a value of the wrong type is null, in Zeebe types are not looked at', async () => {
    // given
    const elements = `<itemDefinition name="level"><typeRef>string</typeRef><allowedValues><text>"low", "high"</text></allowedValues></itemDefinition>
      <inputData id="x" name="x"><variable name="x" typeRef="level"/></inputData>
      ${decision('d', literal('x'), requires('Input', 'x'))}`;
    // then
    expect((await decide(elements, 'd', { x: 'none' }, { dialect: 'dmn' })).output).toBeNull();
    expect((await decide(elements, 'd', { x: 'low' }, { dialect: 'dmn' })).output).toBe('low');
    expect((await decide(elements, 'd', { x: 'none' })).output).toBe('none');
  });
});
