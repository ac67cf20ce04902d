import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { step } from '../support/pages/on-failure.ts';
import { prepareReferences, startCase } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(600_000);

const worker = ['/tasks', '/tasks?queue=unclaimed', '/tasks?queue=done', '/cases', '/persons', '/settings'];
const definitions = [
  '/definitions',
  '/definitions/form/evaluare-complexa',
  '/definitions/workflow/protectia-copilului',
  '/releases',
];

/** The pages that each role has in its navigation, beside those of a case. */
const pagesOf: Record<string, string[]> = {
  caseworker: [...worker, '/start', '/start/consultatie', '/persons/new'],
  supervisor: ['/supervision'],
  administrator: ['/operations', '/operations?view=processes'],
  author: definitions,
  auditor: ['/audit'],
};

const nameOf = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'one').replace(/\W+/g, '-');

describe('every page of the workspace', () => {
  let server: RunningServer;
  let caseId: string;
  let taskId: string;
  let personId: string;

  beforeAll(async () => {
    server = await startServer();
    const visitor = await openVisitor(server.address, 'caseworker');
    const references = await prepareReferences(visitor.client, 'Paginaru');
    const started = await startCase(visitor.client, 'protectia-copilului', 'fisa-sesizare/valid-scoala', references);
    caseId = started.caseId;
    taskId = started.next.taskId ?? '';
    personId = String(references.person['personId']);
    await visitor.close();
  });

  afterAll(async () => {
    await server?.dispose();
  });

  const casePages = () => [
    `/cases/${caseId}`,
    ...['timeline', 'records', 'persons', 'deadlines', 'notes', 'process'].map((tab) => `/cases/${caseId}/${tab}`),
    `/tasks/${taskId}`,
    `/persons/${personId}`,
  ];

  async function visitAll(persona: string, language: string, paths: readonly string[]): Promise<void> {
    const visitor = await openVisitor(server.address, persona);
    await visitor.client.send('PATCH', '/api/v1/session', { language });
    await visitor.browser.addInitScript((chosen) => localStorage.setItem('esocial-language', chosen), language);
    try {
      for (const path of paths) {
        await step(visitor.page, `${persona} ${language} ${path}`, async () => {
          await visitor.page.goto(`${server.address}${path}`);
          await visitor.look(`page${nameOf(path)}-${persona}-${language}`, true);
          expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language);
        });
      }
    } finally {
      await visitor.close();
    }
    expect(visitor.faults()).toEqual([]);
  }

  const everywhere = Object.entries(pagesOf).flatMap(([persona, paths]) =>
    ['ro', 'ru', 'en'].map((language) => ({ persona, language, paths })),
  );

  it.each(everywhere)('is faultless for the $persona in $language', async ({ persona, language, paths }) => {
    await visitAll(persona, language, [...paths, ...(persona === 'caseworker' ? casePages() : [])]);
  });

  it('is faultless for the other roles that share them', async () => {
    await visitAll('supervisor', 'ro', ['/tasks', '/cases', `/cases/${caseId}`, `/tasks/${taskId}`, '/persons']);
    await visitAll('approver', 'ro', ['/releases', '/settings', '/nowhere']);
  });

  describe('of another office', () => {
    let visitor: Visitor;

    beforeAll(async () => {
      visitor = await openVisitor(server.address, 'caseworker-other-office', { expected: [/ 40[34] /] });
    });

    afterAll(() => visitor?.close());

    it('tells a caseworker that the case is not theirs, and nothing of it', async () => {
      // when
      const { page, client } = visitor;
      await page.goto(`${server.address}/cases/${caseId}`);

      // then
      await step(page, 'refused', () =>
        page.getByRole('heading', { level: 1, name: 'Nu aveți acces la această pagină' }).waitFor(),
      );
      expect(`${await page.title()} ${await page.locator('body').innerText()}`).not.toMatch(/Paginaru|DOS-/);
      for (const path of [
        `cases/${caseId}`,
        `cases/${caseId}/timeline`,
        `cases/${caseId}/records`,
        `tasks/${taskId}`,
      ]) {
        const reply = await client.get(`/api/v1/${path}`);
        expect([path, reply.status]).toEqual([path, 403]);
        expect(JSON.stringify(reply.body)).not.toMatch(/Paginaru|DOS-/);
      }
      await visitor.look('page-case-other-office');
      expect(visitor.faults()).toEqual([]);
    });
  });
});
