import { camundaBuiltins } from '@camunda/feel-builtins';
import { compileExpression } from '../compile.ts';
import { feel } from '../test-support.ts';

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" };
const GIVEN = { x: 'value', toolCall: { searchQuery: 'q', userId: 'u', documentType: 't', tags: ['g'] } };

/** Documented results that stand for something else, are of another version, or are approximations by doubles. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'stddev(2, 4, 7, 5)': '2.081665999466132735282297706979931',
  'stddev([2, 4, 7, 5])': '2.081665999466132735282297706979931',
  'log(10)': '2.302585092994045684017991454684364',
  'exp(5)': '148.4131591025766034211155800405523',
  'abs(duration("-PT5H"))': 'PT5H',
  'abs(duration("PT5H"))': 'PT5H',
  'last day of month(date("2022-10-01"))': '2022-10-31',
  'last day of month(date and time("2022-10-16T12:00:00"))': '2022-10-31',
  // Zeebe 8.5 and 8.6 have no rounding without a scale
  'round up(5.5)': 'null',
  'round up(-5.5)': 'null',
  // Zeebe 8.5 takes the local time as that of the zone
  'date and time(@"2020-07-31T14:27:30", "Z")': '2020-07-31T14:27:30Z',
};
const UNFORESEEABLE = /^(?:now|today|random number|uuid)\(\)$/;

interface Example {
  source: string;
  result: string;
}

/** The expressions in a function's description, each with the comment below it. */
function examplesOf(info: string): Example[] {
  const [, examples = ''] = info.split('<strong>Examples</strong>');
  const blocks = [...examples.matchAll(/<pre><code[^>]*>(.*?)<\/code><\/pre>/gs)].map(([, code = '']) =>
    code.replace(/&(quot|lt|gt|amp|#39);/g, (_, name: string) => ENTITIES[name] ?? ''),
  );
  return blocks.flatMap((block) =>
    block.split(/\n\s*\n/).flatMap((part) => {
      const [, source, result] = /^(.*?)^\/\/ (.*?)$/ms.exec(part) ?? [];
      return source === undefined || result === undefined ? [] : [{ source: source.trim(), result: result.trim() }];
    }),
  );
}

const documented = (camundaBuiltins as { info: string }[])
  .flatMap(({ info }) => examplesOf(info))
  .filter(({ source, result }) => !UNFORESEEABLE.test(source) && !/ - if | contents$|^error/.test(result));

describe('the examples in the documentation of the built-ins', () => {
  it('are many', () => {
    expect(documented.length).toBeGreaterThan(230);
  });

  it.each(documented.map(({ source, result }) => [source, result]))('%s', (source, result) => {
    // given
    const expected = OTHERWISE[source] ?? feel(result);
    // then
    expect(feel(source, GIVEN)).toBe(expected);
  });

  it.each([
    ['is defined(nothing)', false],
    ['is defined(toolCall.nothing)', false],
    ['assert(x, x != null)', 'value'],
    ['fromAi(toolCall.userId, "The user\'s ID", "number")', 'u'],
    ['fromAi(value: toolCall.tags, schema: {items: {type: "string"}})', ['g']],
    ['random number() < 1', true],
    ['string length(uuid())', 36],
    ['today()', '2026-11-22'],
    ['now()', '2026-11-22T12:00+02:00[Europe/Chisinau]'],
  ])('%s is %j', (source, value) => {
    expect(compileExpression(source).evaluate(GIVEN, { now: '2026-11-22T10:00:00Z' }).value).toEqual(value);
  });
});
