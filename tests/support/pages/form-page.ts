import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Page } from 'playwright-core';
import { fillField, startsWith } from './fields.ts';
import { formContent } from './form-content.ts';

/** A form as somebody sees it: section by section, a check page, the form's own verb. */
export interface FormPage {
  /** Fills in the section that is open. */
  fillSection(data: JsonObject): Promise<void>;
  /** Fills in every section, ends at the check page; `onSection` is told of each section when it is filled in. */
  fillAll(data: JsonObject, onSection?: (key: string) => Promise<void>): Promise<void>;
  goToSection(key: string): Promise<void>;
  continue(): Promise<void>;
  /** Sends the form from its check page. */
  send(): Promise<void>;
}

export const checkTitle = 'Verificați răspunsurile';

/** The form of a key on the page that shows it, in Romanian. */
export function createFormPage(page: Page, key: string): FormPage {
  const content = formContent(key);
  const main = page.getByRole('main');
  const heading = (title: string) => main.getByRole('heading', { name: title, exact: true });

  async function openSection() {
    for (const section of content.sections) if (await heading(section.title).isVisible()) return section;
    throw new Error(`No section of ${key} is open`);
  }

  async function fill(section: { fields: readonly string[] }, entered: JsonObject): Promise<void> {
    for (const pointer of section.fields) {
      const field = content.form.byPattern.get(pointer);
      const value = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((at, name) => (at as JsonObject | undefined)?.[name], entered);
      if (field) await fillField(main, content, field, value);
    }
  }

  const form: FormPage = {
    async fillSection(data) {
      await fill(await openSection(), content.entered(data));
    },
    async fillAll(data, onSection) {
      const entered = content.entered(data);
      for (const section of content.sections) {
        await heading(section.title).waitFor();
        await fill(section, entered);
        await onSection?.(section.key);
        await form.continue();
      }
      await heading(checkTitle).waitFor();
    },
    async goToSection(sectionKey) {
      const section = content.sections.find((candidate) => candidate.key === sectionKey);
      if (!section) throw new Error(`${key} has no section ${sectionKey}`);
      await page
        .getByRole('navigation', { name: 'Secțiunile formularului' })
        .getByRole('button', { name: startsWith(section.title) })
        .click();
      await heading(section.title).waitFor();
    },
    continue: () => main.getByRole('button', { name: 'Continuă', exact: true }).click(),
    send: () => main.getByRole('button', { name: content.primaryAction, exact: true }).click(),
  };
  return form;
}
