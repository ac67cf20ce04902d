import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findAccessibilityFaults } from '../browser.ts';

/** An answer that is no fault, though the browser reports it: not signed in yet. */
const expected = [/ 401 .*\/api\/v1\/session\b/];

/** Watches a page for what must never happen on it: errors in the console, refusals of the content security policy. */
export function watchConsole(page: Page, alsoExpected: readonly RegExp[] = []): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const line = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && ![...expected, ...alsoExpected].some((known) => known.test(line)))
      faults.push(line);
  });
  return faults;
}

const pictures = process.env['SHOTS'];

/** Keeps a picture of the page when SHOTS names a folder. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

const loading = ['ro', 'ru', 'en'].map((language) => {
  const file = path.resolve(import.meta.dirname, `../../../ui/src/i18n/texts/${language}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { data: { loading: string } }).data.loading;
});

/** Waits until nothing on the page says that it is being loaded. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.waitForFunction(
    (texts) =>
      [...document.querySelectorAll('[role="status"]')].every(({ textContent }) => !texts.includes(textContent.trim())),
    loading,
  );
}

/** Makes the window as high as its page, so that what sticks to an edge covers nothing that is looked at. */
async function atFullHeight<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const size = page.viewportSize();
  if (!size) return look();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  try {
    return await look();
  } finally {
    await page.setViewportSize(size);
  }
}

/** The other theme changes colours only, so only contrasts are looked at again. */
async function findFaultsInTheDark(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset['mantineColorScheme'] === 'dark');
  await takePicture(page, `${name}-dark`);
  const faults = await findAccessibilityFaults(page, 'color-contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  return faults.map((fault) => `in the dark theme: ${fault}`);
}

/** Everything that is expected of any page; an empty list when it is as it should be. */
export async function findPageFaults(page: Page, name: string, inTheDark = false): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await untilLoaded(page);
  const title = await page.title();
  const faults = await atFullHeight(page, async () => {
    await takePicture(page, name);
    return [...(await findAccessibilityFaults(page)), ...(inTheDark ? await findFaultsInTheDark(page, name) : [])];
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...faults,
    ...(title.endsWith('eSocial') && title !== 'eSocial' ? [] : [`the tab is called "${title}"`]),
    ...(overflow > 0 ? [`${overflow} px wider than the screen`] : []),
  ].map((fault) => `${name}: ${fault}`);
}
