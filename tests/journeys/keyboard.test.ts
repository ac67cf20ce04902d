import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Page } from 'playwright-core';
import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { createFormPage } from '../support/pages/form-page.ts';
import { createKeyboard } from '../support/pages/keyboard.ts';
import type { Keyboard } from '../support/pages/keyboard.ts';
import { step } from '../support/pages/on-failure.ts';
import { fixture, prepareReferences, withReferences } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

describe('the report and the initial evaluation, by keyboard alone', () => {
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    server = await startServer();
    visitor = await openVisitor(server.address, 'caseworker');
    ({ page } = visitor);
    keyboard = createKeyboard(page);
  });

  afterAll(async () => {
    await visitor?.close();
    await server?.dispose();
  });

  it('reaches everything, and the focus is always seen', async () => {
    const references = await prepareReferences(visitor.client, 'Tastaturian');
    const data = (name: string) => withReferences(fixture(name), references) as never;

    const fillAndSend = async (form: string, values: JsonObject): Promise<void> => {
      const view = createFormPage(page, form, keyboard);
      await view.fillAll(values, () => keyboard.expectFocus());
      await keyboard.expectFocus();
      await view.send();
    };

    await step(page, 'go to the start of a case', async () => {
      await page.goto(server.address);
      await page.getByRole('link', { name: 'Caz nou' }).waitFor();
      await keyboard.press(page.getByRole('link', { name: 'Caz nou', exact: true }));
      await page.getByRole('link', { name: 'Sesizare nouă' }).waitFor();
      await keyboard.press(page.getByRole('link', { name: 'Sesizare nouă', exact: true }));
    });
    await step(page, 'the report', async () => {
      await page.getByRole('heading', { name: 'Sesizarea', exact: true }).waitFor();
      await fillAndSend('fisa-sesizare', data('fisa-sesizare/valid-anonim'));
      await page.getByRole('heading', { name: 'Cazul a fost deschis' }).waitFor();
      await keyboard.expectFocus();
    });
    await step(page, 'claim the initial evaluation', async () => {
      await keyboard.press(page.getByRole('link', { name: /^Continuă cu: Evaluarea inițială/ }));
      await page.getByRole('button', { name: 'Preia sarcina' }).waitFor();
      await keyboard.key('c');
      await page.getByRole('button', { name: 'Continuă', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Preia sarcina' }).waitFor({ state: 'detached' });
      await keyboard.expectFocus();
    });
    await step(page, 'the initial evaluation', async () => {
      await fillAndSend('evaluare-initiala', data('evaluare-initiala/valid-neconfirmata'));
      await page.getByRole('heading', { name: 'Formularul a fost înregistrat' }).waitFor();
      await keyboard.expectFocus();
    });
    expect(keyboard.unseen()).toEqual([]);
    expect(visitor.faults()).toEqual([]);
  });

  it('opens the list of keys, the commands and a task from the list, and gives the focus back', async () => {
    await step(page, 'keys', async () => {
      await page.goto(`${server.address}/tasks`);
      await page.getByRole('heading', { level: 1, name: 'Sarcinile mele' }).waitFor();
      await keyboard.key('?');
      await page.getByRole('dialog', { name: 'Taste rapide' }).waitFor();
      await visitor.look('keyboard-help');
      await keyboard.key('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await keyboard.expectFocus();
      await keyboard.key('Control+k');
      await page.getByRole('dialog', { name: 'Căutare și comenzi' }).waitFor();
      await visitor.look('keyboard-palette');
      await keyboard.key('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await keyboard.expectFocus();
    });
    await step(page, 'rows', async () => {
      await keyboard.key('j');
      await page.getByRole('complementary', { name: 'Sarcina selectată' }).waitFor();
      await keyboard.key('Enter');
      await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await keyboard.expectFocus();
      await keyboard.key('g');
      await keyboard.key('c');
      await page.getByRole('heading', { level: 1, name: 'Cazuri' }).waitFor();
      await keyboard.expectFocus();
    });
    expect(visitor.faults()).toEqual([]);
  });
});
