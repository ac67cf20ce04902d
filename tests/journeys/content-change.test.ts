import type { ContentCopy } from '../support/content-copy.ts';
import { copyContent, runContent } from '../support/content-copy.ts';
import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { step } from '../support/pages/on-failure.ts';
import { prepareReferences, startCase } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

const initialEvaluation = 'forms/evaluare-initiala/schema.json';
const diagram = 'workflows/protectia-copilului/process.bpmn';
const title = 'Numărul dosarului de la poliție';

/** Adds a text field behind the first one, as an author does in an editor. */
const withField = (schema: string): string =>
  schema.replace(
    '"properties": {',
    `"properties": {\n    "policeFile": { "type": "string", "title": "${title}", "maxLength": 40 },`,
  );

describe('a change of content beside the running server', () => {
  let server: RunningServer;
  let visitor: Visitor;
  let content: ContentCopy;

  beforeAll(async () => {
    server = await startServer();
    visitor = await openVisitor(server.address, 'caseworker');
  });

  beforeEach(() => {
    content = copyContent();
  });

  afterEach(() => content.remove());

  afterAll(async () => {
    await visitor?.close();
    await server?.dispose();
  });

  it('a field added to a form is in the next new case, and not in one that is open', async () => {
    // given
    const references = await prepareReferences(visitor.client, 'Versionescu');
    const begin = () => startCase(visitor.client, 'protectia-copilului', 'fisa-sesizare/valid-anonim', references);
    const earlier = await begin();
    content.edit(initialEvaluation, withField);

    // when
    const applied = await runContent('apply', content.folder, server);
    const again = await runContent('apply', content.folder, server);
    const later = await begin();

    // then
    expect([applied.code, applied.output]).toEqual([0, expect.stringContaining('~ form evaluare-initiala')]);
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('Nothing to change')]);
    const { page } = visitor;
    const field = page.getByRole('textbox', { name: new RegExp(`^${title}`) });
    const lastSection = async (taskId: string | undefined) => {
      await page.goto(`${server.address}/tasks/${taskId}`);
      await page
        .getByRole('navigation', { name: 'Secțiunile formularului' })
        .getByRole('button', { name: /^Concluzia/ })
        .click();
      await page.getByRole('heading', { name: 'Concluzia', exact: true }).waitFor();
    };
    await step(page, 'new case', async () => {
      await lastSection(later.next.taskId);
      await field.waitFor();
    });
    await step(page, 'open case', async () => {
      await lastSection(earlier.next.taskId);
      expect(await field.count()).toBe(0);
    });
    expect(visitor.faults()).toEqual([]);
  });

  it('a broken diagram is refused with its file and line, and nothing changes', async () => {
    // given
    content.edit(initialEvaluation, (schema) => withField(schema).replaceAll('policeFile', 'otherFile'));
    content.edit(diagram, (bpmn) => bpmn.replace('</bpmn:userTask>', '</bpmn:usertask>'));

    // when
    const refused = await runContent('apply', content.folder, server);

    // then
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/workflows\/protectia-copilului\/process\.bpmn:line \d+: /);
    expect(refused.output).toContain('Nothing was changed');
    const { body } = await visitor.client.get<{ schema: { properties: object } }>('/api/v1/forms/evaluare-initiala');
    expect(Object.keys(body.schema.properties)).not.toContain('otherFile');
  });

  it('a reference to a form that is not there is refused with its file and line', async () => {
    // given
    content.edit(diagram, (bpmn) =>
      bpmn.replace('externalReference="plan-urgenta"', 'externalReference="plan-pierdut"'),
    );

    // when
    const refused = await runContent('validate', content.folder, server);

    // then
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/workflows\/protectia-copilului\/process\.bpmn:line \d+: .*plan-pierdut/);
  });
});
