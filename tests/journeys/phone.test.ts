import type { Page } from 'playwright-core';
import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { createFormPage } from '../support/pages/form-page.ts';
import { step } from '../support/pages/on-failure.ts';
import { fixture, prepareReferences, withReferences } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

describe('on a phone, 320 px wide', () => {
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    visitor = await openVisitor(server.address, 'caseworker', { width: 320, height: 640 });
    ({ page } = visitor);
  });

  afterAll(async () => {
    await visitor?.close();
    await server?.dispose();
  });

  it('a case is begun and its first task done, without scrolling sideways', async () => {
    const references = await prepareReferences(visitor.client, 'Telefonescu');
    const data = (name: string) => withReferences(fixture(name), references) as never;
    const main = page.getByRole('main');

    await step(page, 'begin', async () => {
      await page.goto(server.address);
      await visitor.look('phone-worklist');
      await page.getByRole('button', { name: 'Meniu' }).click();
      await page.getByRole('link', { name: 'Cazuri' }).waitFor();
      await visitor.look('phone-menu');
      await page.getByRole('link', { name: 'Sarcini', exact: true }).click();
      await page.getByRole('link', { name: 'Caz nou' }).click();
      await page.getByRole('link', { name: 'Sesizare nouă' }).waitFor();
      await visitor.look('phone-choose');
      await page.getByRole('link', { name: 'Sesizare nouă' }).click();
    });
    await step(page, 'the report', async () => {
      const report = createFormPage(page, 'fisa-sesizare');
      await report.fillAll(data('fisa-sesizare/valid-scoala'), (section) => visitor.look(`phone-report-${section}`));
      await visitor.look('phone-report-check');
      await report.send();
      await main.getByRole('heading', { name: 'Cazul a fost deschis' }).waitFor();
      await visitor.look('phone-opened');
    });
    await step(page, 'the initial evaluation', async () => {
      await main.getByRole('link', { name: 'Continuă cu: Evaluarea inițială' }).click();
      await main.getByRole('button', { name: 'Preia sarcina' }).click();
      await main.getByRole('button', { name: 'Preia sarcina' }).waitFor({ state: 'detached' });
      await visitor.look('phone-task');
      const evaluation = createFormPage(page, 'evaluare-initiala');
      await evaluation.fillAll(data('evaluare-initiala/valid-confirmata'), async (section) => {
        if (section === 'familie') await visitor.look('phone-task-family');
      });
      await evaluation.send();
      await main.getByRole('heading', { name: 'Formularul a fost înregistrat' }).waitFor();
      await visitor.look('phone-receipt');
    });
    expect(visitor.faults()).toEqual([]);
  });

  it('no page is wider than the screen', async () => {
    const { items } = (await visitor.client.get<{ items: { id: string }[] }>('/api/v1/cases')).body;
    const caseId = items[0]?.id ?? '';
    const tabs = ['', '/timeline', '/records', '/documents', '/persons', '/deadlines', '/notes', '/process'];
    const paths = ['/cases', '/persons', '/persons/new', '/settings', ...tabs.map((tab) => `/cases/${caseId}${tab}`)];
    for (const path of paths) {
      await step(page, path, async () => {
        await page.goto(`${server.address}${path}`);
        await visitor.look(`phone${path.replace(caseId, 'one').replaceAll('/', '-')}`);
      });
    }
    expect(visitor.faults()).toEqual([]);
  });
});
