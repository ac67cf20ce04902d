import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Page } from 'playwright-core';
import { fillField } from './fields.ts';
import { formContent } from './form-content.ts';
import type { Hand } from './hand.ts';
import { mouse, startsWith } from './hand.ts';

/** A form as somebody sees it: section by section, a check page, the form's own verb. */
export interface FormPage {
  /** Fills in every section and ends at the check page; `onSection` is told of each section when it is filled in. */
  fillAll(data: JsonObject, onSection?: (key: string) => Promise<void>): Promise<void>;
  goToSection(key: string): Promise<void>;
  /** Sends the form from its check page. */
  send(): Promise<void>;
}

/** The form of a key on the page that shows it, in Romanian. */
export function createFormPage(page: Page, key: string, hand: Hand = mouse): FormPage {
  const content = formContent(key);
  const main = page.getByRole('main');
  const heading = (title: string) => main.getByRole('heading', { name: title, exact: true });
  const button = (name: string) => main.getByRole('button', { name, exact: true });

  async function fillSection(pointers: readonly string[], entered: JsonObject): Promise<void> {
    for (const pointer of pointers) {
      const field = content.form.byPattern.get(pointer);
      const value = pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((at, name) => (at as JsonObject | undefined)?.[name], entered);
      if (field) await fillField({ content, hand }, main, field, value);
    }
  }

  return {
    async fillAll(data, onSection) {
      const entered = content.entered(data);
      for (const section of content.sections) {
        await heading(section.title).waitFor();
        await fillSection(section.fields, entered);
        await onSection?.(section.key);
        await hand.press(button('Continuă'));
      }
      await heading('Verificați răspunsurile').waitFor();
    },
    async goToSection(sectionKey) {
      const section = content.sections.find((candidate) => candidate.key === sectionKey);
      if (!section) throw new Error(`${key} has no section ${sectionKey}`);
      const sections = page.getByRole('navigation', { name: 'Secțiunile formularului' });
      await hand.press(sections.getByRole('button', { name: startsWith(section.title) }));
      await heading(section.title).waitFor();
    },
    send: () => hand.press(button(content.primaryAction)),
  };
}
