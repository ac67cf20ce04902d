import type { Page } from 'playwright-core';
import { takePicture } from './visit.ts';

/** Runs a step of a journey; when it fails, the error says what the page showed, and the page is pictured. */
export async function step<T>(page: Page, name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await takePicture(page, `failed-${name.replace(/\W+/g, '-')}`);
    const text = await page
      .locator('body')
      .innerText({ timeout: 1_000 })
      .catch(() => '');
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`${name}: ${reason}\n\nThe page was ${page.url()}:\n${text.slice(0, 3_000)}`, { cause: error });
  }
}
