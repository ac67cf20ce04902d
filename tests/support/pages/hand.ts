import type { Locator, Page } from 'playwright-core';

/** How somebody works the controls of a page: with the mouse, or by keyboard alone. */
export interface Hand {
  /** Puts text in place of what is in a text field. */
  write(field: Locator, text: string): Promise<void>;
  check(box: Locator): Promise<void>;
  /** Chooses one of several radio buttons by its label. */
  choose(group: Locator, label: string): Promise<void>;
  /** Types into a field that suggests, and takes the first suggestion that begins with what was typed. */
  pick(field: Locator, text: string): Promise<void>;
  press(button: Locator): Promise<void>;
}

export const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Matches a name that begins with the text. */
export const startsWith = (text: string): RegExp => new RegExp(`^${escape(text)}`);

/** The suggestions that begin with a text. */
export const suggestions = (page: Page, text: string): Locator => page.getByRole('option', { name: startsWith(text) });

export const mouse: Hand = {
  write: (field, text) => field.fill(text),
  check: (box) => box.check(),
  choose: (group, label) => group.getByLabel(label, { exact: true }).check(),
  async pick(field, text) {
    await field.fill(text);
    await suggestions(field.page(), text).first().click();
  },
  press: (button) => button.click(),
};
