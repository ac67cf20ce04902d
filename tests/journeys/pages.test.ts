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
  supervisor: ['/supervision', ...worker],
  administrator: ['/operations', '/settings'],
  author: definitions,
  approver: definitions,
  auditor: ['/audit', '/settings'],
};

/** Seen in every language and theme: between them, every page of the workspace. */
const looks = (['ro', 'ru', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

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

  async function visitAll(visitor: Visitor, paths: readonly string[], look: string): Promise<void> {
    for (const path of paths) {
      await step(visitor.page, `${look} ${path}`, async () => {
        await visitor.page.goto(`${server.address}${path}`);
        await visitor.look(`page${nameOf(path)}-${look}`);
      });
    }
  }

  it.each(Object.keys(pagesOf))('is faultless for the %s', async (persona) => {
    // given
    const visitor = await openVisitor(server.address, persona);

    // when
    await visitAll(visitor, [...(pagesOf[persona] ?? []), ...(persona === 'supervisor' ? casePages() : [])], persona);
    await visitAll(visitor, ['/nowhere'], persona);

    // then
    expect(visitor.faults()).toEqual([]);
    await visitor.close();
  });

  it.each(looks.filter(({ language, theme }) => language !== 'ro' || theme !== 'light'))(
    'is faultless in $language, $theme',
    async ({ language, theme }) => {
      for (const persona of ['caseworker', 'supervisor', 'author', 'administrator', 'auditor']) {
        // given
        const visitor = await openVisitor(server.address, persona, { theme });
        await visitor.browser.addInitScript((chosen) => localStorage.setItem('esocial-language', chosen), language);

        // when
        const own = (pagesOf[persona] ?? []).filter((path) => persona === 'caseworker' || !worker.includes(path));
        await visitAll(visitor, [...own, ...(persona === 'caseworker' ? casePages() : [])], `${language}-${theme}`);
        const shown = await visitor.page.evaluate(() => [
          document.documentElement.lang,
          document.documentElement.dataset['mantineColorScheme'],
        ]);

        // then
        expect(shown).toEqual([language, theme]);
        expect(visitor.faults()).toEqual([]);
        await visitor.close();
      }
    },
  );

  it('tells a caseworker of another office that the case is not theirs, and nothing of it', async () => {
    // given
    const visitor = await openVisitor(server.address, 'caseworker-other-office', { expected: [/ 40[34] /] });
    const { page } = visitor;

    // when
    await page.goto(`${server.address}/cases/${caseId}`);

    // then
    await step(page, 'refused', () => page.getByText('Nu aveți acces la această pagină').waitFor());
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/Paginaru|DOS-/);
    expect(await page.title()).not.toContain('Paginaru');
    for (const path of [`cases/${caseId}`, `cases/${caseId}/timeline`, `cases/${caseId}/records`, `tasks/${taskId}`]) {
      const reply = await visitor.client.get<{ code: string }>(`/api/v1/${path}`);
      expect([path, reply.status]).toEqual([path, 403]);
      expect(JSON.stringify(reply.body)).not.toMatch(/Paginaru|DOS-/);
    }
    await visitor.look('page-case-other-office');
    expect(visitor.faults()).toEqual([]);
    await visitor.close();
  });
});
