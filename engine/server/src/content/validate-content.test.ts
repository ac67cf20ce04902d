import { formatFault } from './content-fault.ts';
import { nothingKnown } from './definition-source.ts';
import { libraryFiles, writeLibrary } from './testing/library-content.ts';
import { validateContent } from './validate-content.ts';

type Files = Record<string, unknown>;

/** What validation says about the library's folder with these changes; warnings only when asked for. */
async function faultsWith(changes: Files, severity: 'error' | 'warning' = 'error'): Promise<string[]> {
  const content = await writeLibrary(changes);
  try {
    const { faults } = await validateContent(content.root);
    return faults.filter((fault) => fault.severity === severity).map(formatFault);
  } finally {
    await content.remove();
  }
}

function json(file: string): Record<string, never> {
  return structuredClone(libraryFiles()[file]) as Record<string, never>;
}

function text(file: string, from: string, to: string): Files {
  return { [file]: (libraryFiles()[file] as string).replace(from, to) };
}

describe('validateContent', () => {
  it('finds nothing wrong with a good folder, and gives all its definitions', async () => {
    // given
    const content = await writeLibrary();

    // when
    const { definitions, faults } = await validateContent(content.root);

    // then
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(definitions.map(({ kind, key }) => `${kind}:${key}`).sort()).toEqual([
      ...['calendar:library', 'classifier:cuatm', 'classifier:genre', 'deadline-rule:return-in-time', 'form:loan'],
      ...['form:return', 'organisation:organisation', 'parameter:lending-fee', 'parameter:loan-days'],
      ...['role:librarian', 'workflow:lending'],
    ]);
    await content.remove();
  });

  it('refuses for a broker what only the embedded engine runs, with the element named', async () => {
    // given
    const adHoc = '<bpmn:adHocSubProcess id="Visits"><bpmn:manualTask id="Visit" /></bpmn:adHocSubProcess>';
    const content = await writeLibrary(
      text('workflows/lending/process.bpmn', '</bpmn:process>', `${adHoc}</bpmn:process>`),
    );

    // when
    const [embedded, broker] = await Promise.all(
      (['embedded', 'zeebe-8.5'] as const).map(async (engine) =>
        (await validateContent(content.root, nothingKnown, engine)).faults.map(formatFault),
      ),
    );

    // then
    expect(embedded).not.toContainEqual(expect.stringContaining('Zeebe'));
    expect(broker).toContainEqual(expect.stringMatching(/Visits.*Zeebe 8\.5/));
    await content.remove();
  });

  it('refuses a folder without content', async () => {
    await expect(validateContent('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all holds none of forms');
  });

  it.each<[string, Files, string]>([
    [
      'a syntax error with its line',
      { 'forms/loan/schema.json': '{\n  "type": "object",\n  "properties": {\n    "a" {}\n  }\n}' },
      "forms/loan/schema.json:line 4: is not valid JSON: Expected ':' after property name",
    ],
    ['a missing file', { 'forms/loan/ui-schema.json': undefined }, 'forms/loan/ui-schema.json: the file is missing'],
    [
      'a key that reaches the prototype',
      { 'forms/loan/ui-schema.json': '{"ui:sections":[],"title":{"__proto__":{"admin":true}}}' },
      'forms/loan/ui-schema.json:/title/__proto__: this key is not allowed in a definition; rename it',
    ],
    [
      'a fixture that reaches the prototype',
      {
        'forms/loan/fixtures/hostile.json': '{"name":"x","data":{"title":"A","__proto__":{"admin":true}},"errors":[]}',
      },
      'forms/loan/fixtures/hostile.json:/data/__proto__: the form finds additionalProperties at /__proto__, which the fixture does not expect',
    ],
    [
      'a property that the contract does not know',
      { 'policies/roles/librarian.json': { ...json('policies/roles/librarian.json'), colour: 'red' } },
      'policies/roles/librarian.json: the property "colour" is not known here; remove it',
    ],
    [
      'a key that is not the name it is stored under',
      { 'policies/calendars/library.json': { ...json('policies/calendars/library.json'), key: 'other' } },
      'policies/calendars/library.json:/key: the key "other" must be "library", the name it is stored under',
    ],
    [
      'an unknown classifier',
      {
        'forms/return/schema.json': {
          type: 'object',
          required: ['title'],
          properties: {
            title: { type: 'string', title: 'T' },
            x: { type: 'string', 'x-classifier': { key: 'nowhere' } },
          },
        },
      },
      'forms/return/schema.json:/properties/x/x-classifier/key: there is no classifier "nowhere"',
    ],
    [
      'an error that a fixture expects in vain',
      {
        'forms/loan/fixtures/invalid-empty.json': {
          name: 'x',
          data: { title: 'A' },
          errors: [{ path: '/title', keyword: 'required' }],
        },
      },
      'forms/loan/fixtures/invalid-empty.json:/errors/0: expects required at /title, which the form does not find',
    ],
    [
      'an error that a fixture does not expect',
      { 'forms/loan/fixtures/valid.json': { name: 'x', data: { title: 'A', genre: 'POETRY' }, errors: [] } },
      'forms/loan/fixtures/valid.json:/data/genre: the form finds classifier at /genre ({"classifier":"genre"}), which the fixture does not expect',
    ],
    [
      'a translation that points nowhere',
      { 'forms/loan/translations/ru.json': { schema: { '/properties/author/title': 'Автор' } } },
      'forms/loan/translations/ru.json:/schema/~1properties~1author~1title: no text stands there to be translated',
    ],
    [
      'an unknown form',
      text('workflows/lending/process.bpmn', 'externalReference="return"', 'externalReference="giving-back"'),
      'workflows/lending/process.bpmn:line 15: user task "Task_Return" refers to form "giving-back", which does not exist',
    ],
    [
      'an unknown role',
      text('workflows/lending/process.bpmn', 'candidateGroups="librarian"', 'candidateGroups="king"'),
      'workflows/lending/process.bpmn:line 15: user task "Task_Return" refers to role "king", which does not exist',
    ],
    [
      'an unknown deadline rule',
      text('workflows/lending/process.bpmn', 'value="return-in-time"', 'value="never"'),
      'workflows/lending/process.bpmn:line 15: "Task_Return" refers to deadline rule "never", which does not exist',
    ],
    [
      'an unknown decision',
      text('workflows/lending/process.bpmn', 'decisionId="term"', 'decisionId="luck"'),
      'workflows/lending/process.bpmn:line 8: "Decision" calls decision "luck", which no file in decisions/ defines',
    ],
    [
      'a broken process',
      text('workflows/lending/process.bpmn', 'targetRef="End"', 'targetRef="Nowhere"'),
      'workflows/lending/process.bpmn:',
    ],
    [
      'a stage of elements that do not exist',
      {
        'workflows/lending/workflow.json': {
          ...json('workflows/lending/workflow.json'),
          stages: [{ key: 'lent', title: 'L', elements: ['Task_Gone'] }],
        },
      },
      'workflows/lending/workflow.json:/stages/0/elements/0: process.bpmn has no element "Task_Gone"',
    ],
    [
      'a parameter that does not exist',
      { 'workflows/lending/workflow.json': { ...json('workflows/lending/workflow.json'), parameters: ['bribe'] } },
      'workflows/lending/workflow.json:/parameters/0: there is no parameter "bribe"',
    ],
    [
      'a subject that is no person',
      { 'workflows/lending/workflow.json': { ...json('workflows/lending/workflow.json'), subject: '/title' } },
      'workflows/lending/workflow.json:/subject: field /title does not hold a person',
    ],
    [
      'a broken decision',
      text('workflows/lending/decisions/term.dmn', '<text>3</text>', '<text>3 +</text>'),
      'workflows/lending/decisions/term.dmn:line',
    ],
    [
      'a code that stands twice',
      text('classifiers/genre/items.csv', 'NOVEL,PROSE', 'PROSE,'),
      'classifiers/genre/items.csv:line 3: code PROSE stands already on line 2',
    ],
    [
      'a parent that does not exist',
      text('classifiers/genre/items.csv', 'NOVEL,PROSE', 'NOVEL,LYRIC'),
      'classifiers/genre/items.csv:line 3: the parent LYRIC of item NOVEL does not exist',
    ],
    [
      'parents in a circle',
      text('classifiers/genre/items.csv', 'PROSE,,', 'PROSE,NOVEL,'),
      "classifiers/genre/items.csv:line 2: these items are each other's parents in a circle: PROSE → NOVEL → PROSE",
    ],
    [
      'an item that ends before it begins',
      text('classifiers/genre/items.csv', '2020-01-01,2021-12-31', '2020-01-01,2019-12-31'),
      'classifiers/genre/items.csv:line 4: item BALLAD ends (2019-12-31) before it begins (2020-01-01)',
    ],
    [
      'a date that does not exist',
      text('classifiers/genre/items.csv', '2021-12-31', '2021-02-30'),
      'classifiers/genre/items.csv:line 4: validTo 2021-02-30 is not a date (yyyy-mm-dd)',
    ],
    [
      'an attribute of the wrong type',
      text('classifiers/genre/items.csv', 'Novel,2', 'Novel,two'),
      'classifiers/genre/items.csv:line 3: item NOVEL: shelf "two" is not a number',
    ],
    [
      'an office below one that does not exist',
      text2('policies/organisation.json', '"parent":"main-library"', '"parent":"palace"'),
      'policies/organisation.json:/institutions/1/parent: there is no institution "palace"',
    ],
    [
      'a territory that does not exist',
      text2('policies/organisation.json', '"territory":"0110000"', '"territory":"9999999"'),
      'policies/organisation.json:/institutions/1/territory: classifier "cuatm" has no unit 9999999',
    ],
    [
      'values that are not in the order of their dates',
      text2('policies/parameters/loan-days.json', '2026-06-01', '2019-06-01'),
      'policies/parameters/loan-days.json:/values/1/validFrom: 2019-06-01 must be later than 2020-01-01, the value before it',
    ],
    [
      'a rule by a calendar that does not exist',
      text2('policies/deadline-rules/return-in-time.json', '"calendar":"library"', '"calendar":"lunar"'),
      'policies/deadline-rules/return-in-time.json:/calendar: there is no calendar "lunar"',
    ],
  ])('names %s', async (_what, changes, fault) => {
    // when
    const faults = await faultsWith(changes);

    // then
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });

  it('plays the scenarios, with fixtures, parameters and decisions', async () => {
    // given
    const scenario = (weeks: number) => ({
      name: 'Lent and given back',
      start: { fixture: 'loan/valid' },
      steps: [{ complete: 'Task_Return', fixture: 'return/valid', as: 'librarian' }],
      expect: {
        status: 'completed',
        path: ['Start', 'Decision', 'Task_Return', 'End'],
        variables: { weeks, lendingFee: 5 },
      },
    });

    // then
    expect(await faultsWith({ 'workflows/lending/scenarios/lent.json': scenario(3) })).toEqual([]);
    const [fault] = await faultsWith({ 'workflows/lending/scenarios/lent.json': scenario(4) });
    expect(fault).toMatch(/^workflows\/lending\/scenarios\/lent.json: .*weeks/);
  });

  it('collects the faults of all files at once', async () => {
    // when
    const faults = await faultsWith({
      'forms/loan/form.json': '{',
      'policies/calendars/library.json': '[]',
      'classifiers/genre/items.csv': 'code\n',
    });

    // then
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining([
        'forms/loan/form.json',
        'policies/calendars/library.json',
        'classifiers/genre/items.csv',
      ]),
    );
  });

  it('lists missing translations as warnings', async () => {
    // when
    const warnings = await faultsWith(text('classifiers/genre/items.csv', 'Роман,', ','), 'warning');

    // then
    expect(warnings).toContain('warning: classifiers/genre/items.csv: 1 items have no ru name: NOVEL');
    expect(warnings.some((warning) => warning.includes('workflows/lending/translations/en.json:/workflow'))).toBe(true);
    expect(warnings.some((warning) => warning.includes('classifiers/cuatm'))).toBe(false);
  });
});

function text2(file: string, from: string, to: string): Files {
  return { [file]: JSON.stringify(libraryFiles()[file]).replace(from, to) };
}
