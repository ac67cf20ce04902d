import fc from 'fast-check';
import { DecisionError, DmnParseError } from './errors.ts';
import { evaluateDecision } from './evaluate.ts';
import { parseDmn } from './parse-dmn.ts';
import { decision, definitions, literal, NOW, requires, table } from './test-support.ts';

const model = definitions(
  decision(
    'd',
    table({
      inputs: ['x'],
      outputs: [{ name: 'y' }],
      rules: [
        ['> 1', '"a"'],
        ['<= 1', '"b"'],
      ],
    }),
  ) + decision('e', literal('d + "!"'), requires('Decision', 'd')),
);

describe('a decision model', () => {
  it('is read whatever the version of its namespace and its prefix', async () => {
    // given
    const prefixed =
      '<dmn:definitions xmlns:dmn="http://www.omg.org/spec/DMN/20180521/MODEL/" name="m"><dmn:decision id="d" name="d"><dmn:literalExpression><dmn:text><![CDATA[1 < 2]]></dmn:text></dmn:literalExpression></dmn:decision></dmn:definitions>';
    // then
    expect(evaluateDecision(await parseDmn(prefixed), 'd', {}, { now: NOW }).output).toBe(true);
  });

  it('tells its decisions and what they require', async () => {
    // when
    const { decisions, name, namespace } = await parseDmn(model);
    // then
    expect({ name, namespace }).toEqual({ name: 'Model', namespace: 'http://test' });
    expect([...decisions.keys()]).toEqual(['d', 'e']);
    expect(decisions.get('e')?.requiredDecisions).toMatchObject([{ id: 'd' }]);
  });

  it('knows names with special characters', async () => {
    // given
    const elements = `<inputData id="i" name="Net-income (%)"><variable name="Net-income (%)"/></inputData>`;
    const broken = definitions(elements + decision('d', literal('1'), requires('Input', 'i')));
    const named = definitions(
      `<inputData id="i" name="Net-income"><variable name="Net-income"/></inputData>${decision('d', literal('Net-income - 1'), requires('Input', 'i'))}`,
    );
    // then
    expect(evaluateDecision(await parseDmn(named), 'd', { 'Net-income': 10 }, { now: NOW }).output).toBe(9);
    expect(evaluateDecision(await parseDmn(broken), 'd', {}, { now: NOW }).output).toBe(1);
  });

  it('imports others', async () => {
    // given
    const imported = await parseDmn(model);
    const importing = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m2" namespace="http://two">
      <import namespace="http://test" name="other"/>
      <decision id="f" name="f"><informationRequirement><requiredDecision href="http://test#e"/></informationRequirement>${literal('other.e + "?"')}</decision></definitions>`;
    // then
    expect(
      evaluateDecision(await parseDmn(importing, { imports: [imported] }), 'f', { x: 5 }, { now: NOW }).output,
    ).toBe('a!?');
    await expect(parseDmn(importing)).rejects.toThrow("The imported model 'http://test' is missing. (line 2)");
  });

  it('with a broken expression is refused with decision and line, or fails when evaluated if so wished', async () => {
    // given
    const broken = definitions(decision('good', literal('1')) + '\n' + decision('bad', literal('1 +')));
    // then
    await expect(parseDmn(broken)).rejects.toMatchObject({ name: 'DmnParseError', elementId: 'bad', line: 4 });
    const lenient = await parseDmn(broken, { lenient: true });
    expect(evaluateDecision(lenient, 'good', {}, { now: NOW }).output).toBe(1);
    expect(() => evaluateDecision(lenient, 'bad', {}, { now: NOW })).toThrow(DecisionError);
  });

  it.each([
    ['<!DOCTYPE definitions [<!ENTITY x "y">]><definitions/>', 'A document type (DOCTYPE) is not allowed. (line 1)'],
    ['\n\n<!doctype html><definitions/>', '(line 3)'],
    ['', 'The file'],
    ['just text', 'The file'],
    ['<definitions><decision></definitions>', 'not well-formed'],
    ['<bpmn/>', '<bpmn> is no DMN model'],
    ['<a>'.repeat(100), 'nested deeper than 64 levels'],
    [`<definitions>${'<a/>'.repeat(50_001)}</definitions>`, 'more than 50000 elements'],
    [`<definitions>${'x'.repeat(300_001)}</definitions>`, 'more than 300000 characters of text'],
    [' '.repeat(2_000_001), 'longer than 2000000 characters'],
    [`<definitions><decision id="a" name="${'x'.repeat(5_000_000)}"/></definitions>`, 'longer than 2000000 characters'],
    [definitions(decision('a', literal('1 +'))), "In 'a': "],
    [definitions(decision('a', literal('f(1)'), requires('Decision', 'a'))), 'a → a require each other'],
    [definitions(decision('a', literal('1')) + decision('a', literal('2'))), "The id 'a' occurs twice."],
    [
      definitions(
        decision('a', literal('b'), requires('Decision', 'b')) + decision('b', literal('a'), requires('Decision', 'a')),
      ),
      'The decisions a → b → a require each other.',
    ],
  ])('that cannot be run is refused: %.60s', async (xml, message) => {
    await expect(parseDmn(xml)).rejects.toThrow(DmnParseError);
    await expect(parseDmn(xml)).rejects.toThrow(message);
  });

  it.each([
    ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', '1.1'],
    ['http://www.omg.org/spec/DMN/20180521/MODEL/', '1.2'],
    ['https://www.omg.org/spec/DMN/20191111/MODEL/', '1.3'],
    ['https://www.omg.org/spec/DMN/20211108/MODEL/', '1.4'],
    ['https://www.omg.org/spec/DMN/20230324/MODEL/', '1.5'],
  ])('of the namespace %s, DMN %s, runs', async (namespace) => {
    // given
    const xml = `<dmn:definitions xmlns:dmn="${namespace}" id="m" name="m" namespace="n"><dmn:decision id="a" name="a"><dmn:literalExpression><dmn:text>x + 1</dmn:text></dmn:literalExpression></dmn:decision></dmn:definitions>`;
    // when
    const { output } = evaluateDecision(await parseDmn(xml), 'a', { x: 1 }, { now: NOW });
    // then
    expect(output).toBe(2);
  });

  it.each([
    [decision('a', literal('1'), requires('Decision', 'gone')), "'a' requires 'gone', which the model does not have."],
    [decision('a', ''), "The decision 'a' has no logic."],
    [decision('a', literal('assert(1, 1 > 2, "too small")')), 'too small'],
    [decision('a', literal('{f: function(n) f(n), r: f(1)}.r')), 'limit "depth"'],
  ])('fails with a sentence: %.70s', async (elements, message) => {
    // given
    const model = await parseDmn(definitions(elements));
    // when
    const run = () => evaluateDecision(model, 'a', {}, { now: NOW });
    // then
    expect(run).toThrow(DecisionError);
    expect(run).toThrow(message);
  });

  it('however it is damaged, gives own errors only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(model.length), fc.nat(40), fc.string({ maxLength: 8 }), async (start, length, text) => {
        // given
        const damaged = model.slice(0, start) + text + model.slice(start + length);
        // when
        try {
          const parsed = await parseDmn(damaged);
          for (const id of parsed.decisions.keys()) evaluateDecision(parsed, id, { x: 1 }, { now: NOW });
        } catch (error) {
          // then
          if (!(error instanceof DmnParseError) && !(error instanceof DecisionError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
