import { formatFault } from './content-fault.ts';
import { libraryFiles, writeLibrary } from './testing/library-content.ts';
import { validateContent } from './validate-content.ts';

const workflowFile = 'workflows/lending/workflow.json';
const processFile = 'workflows/lending/process.bpmn';

async function faultsWith(
  changes: Record<string, unknown>,
  severity: 'error' | 'warning' = 'error',
): Promise<string[]> {
  const content = await writeLibrary(changes);
  try {
    const { faults } = await validateContent(content.root);
    return faults.filter((fault) => fault.severity === severity).map(formatFault);
  } finally {
    await content.remove();
  }
}

/** The library's process with more start events, each leading where its own start does. */
function withStarts(...definitions: string[]): Record<string, unknown> {
  const bpmn = libraryFiles()[processFile] as string;
  const target = /sourceRef="Start" targetRef="(\w+)"/.exec(bpmn)?.[1] ?? '';
  const events = definitions.map(
    (definition, index) =>
      `<bpmn:startEvent id="More_${index}">${definition}</bpmn:startEvent><bpmn:sequenceFlow id="From_${index}" sourceRef="More_${index}" targetRef="${target}" />`,
  );
  return {
    [processFile]: bpmn
      .replace('</bpmn:process>', `${events.join('')}</bpmn:process><bpmn:message id="Note" name="note" />`)
      .replace('</bpmn:definitions>', '<bpmn:message id="Any" name="=anything" /></bpmn:definitions>'),
  };
}

const timer = (kind: string, value: string) =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${value}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const message = (ref: string) => `<bpmn:messageEventDefinition messageRef="${ref}" />`;
const workflow = (more: object) => ({ [workflowFile]: { ...(libraryFiles()[workflowFile] as object), ...more } });

describe('starts by message and timer', () => {
  it('are accepted when they say what starts them', async () => {
    expect(await faultsWith(withStarts(message('Note'), timer('timeCycle', 'R/P1D')))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a timer that gives no time', withStarts(timer('timeDuration', 'soon')), 'The timer of "More_0" gives "soon"'],
    [
      'a timer that names what no process has yet',
      withStarts(timer('timeDate', '=decidedAt')),
      'The timer of "More_0" gives null',
    ],
    [
      'a message without a fixed name',
      withStarts(message('Any')),
      'the message of start event "More_0" is an expression',
    ],
    [
      'two starts by one message',
      withStarts(message('Note'), message('Note')),
      'start event "More_1" waits for the message "note" as "More_0" does',
    ],
  ])('are refused with %s', async (_what, changes, expected) => {
    const faults = await faultsWith(changes);
    expect(faults).toContainEqual(expect.stringMatching(/^workflows\/lending\/process.bpmn:line \d+: /));
    expect(faults.join('\n')).toContain(expected);
  });

  it('are refused when their office does not exist', async () => {
    expect(await faultsWith({ ...withStarts(message('Note')), ...workflow({ startInstitution: 'moon' }) })).toEqual([
      `${workflowFile}:/startInstitution: there is no institution "moon"`,
    ]);
  });

  it('are refused when several offices could get the case', async () => {
    // given
    const file = 'policies/organisation.json';
    const organisation = libraryFiles()[file] as { institutions: object[] };
    const [first] = organisation.institutions;
    const institutions = [...organisation.institutions, { ...first, key: 'second', idno: null, parent: null }];

    // when
    const faults = await faultsWith({ ...withStarts(message('Note')), [file]: { ...organisation, institutions } });

    // then
    expect(faults).toEqual([
      `${workflowFile}:/startInstitution: a message or a timer starts cases, and 2 institutions stand above all others; say which gets them`,
    ]);
  });

  it('name their person by an expression that can be read', async () => {
    const [fault] = await faultsWith({ ...withStarts(message('Note')), ...workflow({ startPerson: '=about.' }) });
    expect(fault).toContain(`${workflowFile}:/startPerson`);
  });

  it('may be the only ones, of which the author is told', async () => {
    // given
    const bpmn = (libraryFiles()[processFile] as string).replace(
      /<bpmn:startEvent id="Start">/,
      `<bpmn:startEvent id="Start">${message('Note')}`,
    );
    const changed = bpmn.replace('</bpmn:definitions>', '<bpmn:message id="Note" name="note" /></bpmn:definitions>');

    // when
    const warnings = await faultsWith({ [processFile]: changed }, 'warning');

    // then
    expect(warnings.join('\n')).toContain('nobody can start it from the form "loan"');
  });
});
