import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';
import { suggestions } from './hand.ts';

const MOST_TABS = 150;

/** Somebody without a mouse: tabs, arrows, keys, and a look at where the focus is after each. */
export interface Keyboard extends Hand {
  key(name: string): Promise<void>;
  /** Tabs forward until the control has the focus. */
  tabTo(control: Locator): Promise<void>;
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
    const around = element.closest('label') ?? element;
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
  const key = (name: string) => page.keyboard.press(name);

  async function expectFocus(): Promise<void> {
    const hasFocus = () => document.activeElement !== null && document.activeElement !== document.body;
    await page.waitForFunction(hasFocus, null, { timeout: 2_000 });
  }

  async function tabTo(control: Locator): Promise<void> {
    await control.waitFor();
    for (let count = 0; count < MOST_TABS; count += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await key('Tab');
      const focus = await focusOf(page);
      if (focus && !focus.shown) unseen.add(focus.words);
    }
    throw new Error(`Tab did not reach ${String(control)}`);
  }

  return {
    key,
    tabTo,
    expectFocus,
    unseen: () => [...unseen],
    async write(field, text) {
      await tabTo(field);
      await key('Control+a');
      await page.keyboard.insertText(text);
    },
    async check(box) {
      await tabTo(box);
      await key('Space');
    },
    async choose(group, label) {
      const radios = group.getByRole('radio');
      const wanted = group.getByLabel(label, { exact: true });
      const checked = group.getByRole('radio', { checked: true });
      await tabTo((await checked.count()) > 0 ? checked : radios.first());
      if ((await checked.count()) === 0) await key('Space');
      for (let left = await radios.count(); left > 0 && !(await wanted.isChecked()); left -= 1) await key('ArrowDown');
    },
    async pick(field, text) {
      await tabTo(field);
      await page.keyboard.insertText(text);
      await suggestions(page, text).first().waitFor();
      await key('ArrowDown');
      await key('Enter');
    },
    async press(button) {
      await tabTo(button);
      await key('Enter');
      await expectFocus();
    },
  };
}
