import type { Page } from 'playwright-core';
import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { step } from '../support/pages/on-failure.ts';
import { prepareReferences, startCase } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

/** What the product promises: everything typed this long ago is on the server. */
const SAVED_WITHIN_MS = 5_000;

describe('a form that is interrupted', () => {
  let server: RunningServer;
  let visitor: Visitor;
  let taskUrl: string;
  const expected = [/ 401 /];

  const openTask = async (page: Page): Promise<void> => {
    await page.goto(taskUrl);
    await page.getByRole('heading', { name: 'Vizita', exact: true }).waitFor();
  };
  const place = (page: Page) => page.getByRole('textbox', { name: /^Evaluatorul/ });
  const visitAt = (page: Page) => page.getByRole('textbox', { name: 'Data și ora vizitei' });

  beforeAll(async () => {
    server = await startServer();
    visitor = await openVisitor(server.address, 'caseworker', { expected });
    const references = await prepareReferences(visitor.client, 'Întrerupeanu');
    const started = await startCase(visitor.client, 'protectia-copilului', 'fisa-sesizare/valid-anonim', references);
    taskUrl = `${server.address}/tasks/${started.next.taskId}`;
    await visitor.client.post(`/api/v1/tasks/${started.next.taskId}/claims`, {});
  });

  afterAll(async () => {
    await visitor?.close();
    await server?.dispose();
  });

  it('still has what was typed when the browser was closed and is opened again', async () => {
    // given
    const first = await openVisitor(server.address, 'caseworker', { expected });
    await openTask(first.page);
    await visitAt(first.page).fill('12.03.2026, 14:30');
    await place(first.page).fill('Munteanu Elena și Botnaru Ion');
    await first.page.getByText(/Salvat acum/).waitFor({ timeout: SAVED_WITHIN_MS });

    // when
    await first.close();
    await openTask(visitor.page);

    // then
    expect(await visitAt(visitor.page).inputValue()).toBe('12.03.2026, 14:30');
    expect(await place(visitor.page).inputValue()).toBe('Munteanu Elena și Botnaru Ion');
    await visitor.page.getByText(/Continuați ciorna salvată/).waitFor();
    await visitor.look('interrupted-restored');
  });

  it('keeps the first form of a case too, before there is a case', async () => {
    await step(visitor.page, 'start form', async () => {
      // given
      const first = await openVisitor(server.address, 'caseworker', { expected });
      await first.page.goto(`${server.address}/start/protectia-copilului?section=situatie`);
      const description = (page: Page) => page.getByRole('textbox', { name: /^Descrierea situației/ });
      await description(first.page).fill('Copilul vine la școală flămând.');
      await first.page.getByText(/^Salvat /).waitFor({ timeout: SAVED_WITHIN_MS });

      // when
      await first.close();
      await visitor.page.goto(`${server.address}/start/protectia-copilului?section=situatie`);

      // then
      await description(visitor.page).waitFor();
      expect(await description(visitor.page).inputValue()).toBe('Copilul vine la școală flămând.');
    });
  });

  it('keeps what was typed when the language changes, right or wrong', async () => {
    const { page } = visitor;
    await step(page, 'languages', async () => {
      // given
      await openTask(page);
      await visitAt(page).fill('31.02.2026');
      await page.getByRole('button', { name: 'Continuă', exact: true }).click();
      await page.getByRole('alert').waitFor();

      // when
      await page.getByRole('button', { name: /^Limba/ }).click();
      await page.getByRole('button', { name: 'Русский' }).click();

      // then
      await page.getByRole('button', { name: 'Продолжить', exact: true }).waitFor();
      expect(await page.locator('input[aria-invalid="true"]').first().inputValue()).toBe('31.02.2026');
      expect(await page.getByRole('alert').innerText()).toContain('31.02.2026');
      await visitor.look('interrupted-russian');

      // when
      await page.getByRole('button', { name: /^Язык/ }).click();
      await page.getByRole('button', { name: 'Română' }).click();

      // then
      await page.getByRole('button', { name: 'Continuă', exact: true }).waitFor();
      expect(await visitAt(page).inputValue()).toBe('31.02.2026');
    });
  });

  it('stays on the page when the session ends, and goes on after signing in again', async () => {
    const { page, browser } = visitor;
    await step(page, 'expired', async () => {
      // given
      await openTask(page);
      await place(page).fill('Text scris după expirarea sesiunii');
      await visitor.client.send('DELETE', '/api/v1/session');

      // when
      await place(page).fill('Text scris după expirarea sesiunii, continuat');
      const dialog = page.getByRole('dialog', { name: 'Sesiunea a expirat' });
      await dialog.waitFor();
      await visitor.look('interrupted-expired');
      const [door] = await Promise.all([
        browser.waitForEvent('page'),
        dialog.getByRole('link', { name: 'Intră din nou cu MPass' }).click(),
      ]);
      const closed = door.waitForEvent('close');
      await door.getByRole('button', { name: 'Munteanu Elena' }).click();
      await closed;
      await page.bringToFront();
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Am intrat, continuă' }).click();
      await dialog.waitFor({ state: 'detached' });

      // then
      expect(await place(page).inputValue()).toBe('Text scris după expirarea sesiunii, continuat');
      await page.getByText(/Salvat acum/).waitFor();
    });
    expect(visitor.faults()).toEqual([]);
  });
});
