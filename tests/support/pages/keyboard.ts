import { choicesOf } from '@esocial/form-core/choices.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Locator, Page } from 'playwright-core';
import { labelled, typedText } from './fields.ts';
import { formContent } from './form-content.ts';
import type { FormContent } from './form-content.ts';

type Role = Parameters<Page['getByRole']>[0];

const MOST_TABS = 150;

/** Somebody without a mouse: tabs, arrows, keys, and a look at where the focus is after each. */
export interface Keyboard {
  press(key: string): Promise<void>;
  /** Tabs forward until the named control has the focus. */
  tabTo(role: Role, name: string | RegExp): Promise<void>;
  /** Fills in every field of a form in its order, goes through its sections and sends it. */
  fillForm(key: string, data: JsonObject): Promise<void>;
  /** Fails when nothing has the focus. */
  expectFocus(): Promise<void>;
  /** Controls that had the focus without showing it. */
  unseen(): string[];
}

/** What has the focus: its words, and whether an outline, a shadow or a border shows it. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const around = element.closest('label, .es-option') ?? element;
    const shown = [element, around].some((candidate) => {
      const style = getComputedStyle(candidate);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    return {
      words: (element.getAttribute('aria-label') ?? element.textContent ?? element.tagName).slice(0, 80),
      shown,
    };
  });

export function createKeyboard(page: Page): Keyboard {
  const unseen = new Set<string>();

  async function expectFocus(): Promise<void> {
    await page.waitForFunction(
      () => document.activeElement !== null && document.activeElement !== document.body,
      null,
      {
        timeout: 2_000,
      },
    );
  }

  async function press(key: string): Promise<void> {
    await page.keyboard.press(key);
  }

  async function tabTo(role: Role, name: string | RegExp): Promise<void> {
    await tabToControl(page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).first());
  }

  async function tabToControl(control: Locator): Promise<void> {
    await control.waitFor();
    for (let count = 0; count < MOST_TABS; count += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
      const focus = await focusOf(page);
      if (focus && !focus.shown) unseen.add(focus.words);
    }
    throw new Error(`Tab did not reach ${String(control)}`);
  }

  /** The control of a field; of radio buttons and check boxes the one with the label. */
  const control = (scope: Locator, role: Role, field: FormField): Locator =>
    scope.getByRole(role, { name: labelled(field.schema.title ?? field.key) }).first();

  async function chooseRadio(scope: Locator, field: FormField, label: string): Promise<void> {
    const group = control(scope, 'radiogroup', field);
    await tabToControl(group.getByRole('radio').first());
    const count = await group.getByRole('radio').count();
    for (let step = 0; step <= count; step += 1) {
      await press(step === 0 ? 'Space' : 'ArrowDown');
      if (await group.getByLabel(label, { exact: true }).isChecked()) return;
    }
    throw new Error(`The arrows did not reach ${label}`);
  }

  async function chooseItem(scope: Locator, content: FormContent, field: FormField, code: string): Promise<void> {
    const label = content.label(field, code);
    const search = control(scope, 'combobox', field);
    if ((await search.count()) === 0) return chooseRadio(scope, field, label);
    await tabToControl(search);
    await page.keyboard.insertText(label);
    await page.getByRole('option', { name: label }).first().waitFor();
    await press('ArrowDown');
    await press('Enter');
  }

  async function fillField(scope: Locator, content: FormContent, field: FormField, value: unknown): Promise<void> {
    if (value === undefined || field.calculation) return;
    switch (field.kind) {
      case 'boolean':
        return chooseRadio(scope, field, value === true ? 'Da' : 'Nu');
      case 'choice':
        return chooseRadio(scope, field, choicesOf(field.schema).find((choice) => choice.value === value)?.label ?? '');
      case 'multipleChoice':
        for (const choice of choicesOf(field.schema).filter((each) => (value as unknown[]).includes(each.value))) {
          const box = control(scope, 'group', field).getByLabel(choice.label, { exact: true });
          if (await box.isChecked()) continue;
          await tabToControl(box);
          await press('Space');
        }
        return;
      case 'classifier':
        return chooseItem(scope, content, field, String(value));
      case 'multipleClassifier':
        for (const code of value as string[]) {
          const isChosen = await scope.getByRole('button', { name: `Elimină: ${content.label(field, code)}` }).count();
          if (isChosen === 0) await chooseItem(scope, content, field, code);
        }
        return;
      case 'person':
      case 'institution': {
        const search = control(scope, 'combobox', field);
        if ((await search.count()) === 0) return;
        const reference = value as JsonObject;
        const name =
          'name' in reference ? String(reference.name) : `${String(reference.lastName)} ${String(reference.firstName)}`;
        await tabToControl(search);
        await page.keyboard.insertText(name);
        await page.getByRole('option', { name }).first().waitFor();
        await press('ArrowDown');
        await press('Enter');
        return;
      }
      case 'group':
        for (const child of field.children)
          await fillField(control(scope, 'group', field), content, child, (value as JsonObject)[child.key]);
        return;
      case 'repeatedGroup':
      case 'table': {
        const rows = value as JsonObject[];
        const list = control(scope, 'group', field);
        const title = field.schema.title ?? field.key;
        for (const [index, row] of rows.entries()) {
          const line = list.getByRole('group', {
            name: `${field.children[0]?.schema.title ?? title} ${index + 1}`,
            exact: true,
          });
          const cells =
            (field.children[0]?.children.length ?? 0) > 4 || field.kind !== 'table'
              ? line
              : list.getByRole('row').nth(index + 1);
          if ((await cells.count()) === 0) {
            await tabToControl(list.getByRole('button', { name: /^Adaugă un rând/ }).last());
            await press('Enter');
            await cells.waitFor();
          }
          for (const child of field.children[0]?.children ?? []) await fillField(cells, content, child, row[child.key]);
        }
        return;
      }
      case 'attachment':
      case 'attachments':
        return;
      default:
        await tabToControl(control(scope, 'textbox', field));
        await press('Control+a');
        await page.keyboard.insertText(typedText(field, value));
    }
  }

  async function fillForm(key: string, data: JsonObject): Promise<void> {
    const content = formContent(key);
    const entered = content.entered(data);
    const main = page.getByRole('main');
    for (const section of content.sections) {
      await main.getByRole('heading', { name: section.title, exact: true }).waitFor();
      await expectFocus();
      for (const pointer of section.fields) {
        const field = content.form.byPattern.get(pointer);
        if (field) await fillField(main, content, field, entered[field.key]);
      }
      await press('Control+Enter');
    }
    await main.getByRole('heading', { name: 'Verificați răspunsurile' }).waitFor();
    await expectFocus();
    await tabTo('button', content.primaryAction);
    await press('Enter');
  }

  return { press, tabTo, fillForm, expectFocus, unseen: () => [...unseen] };
}
