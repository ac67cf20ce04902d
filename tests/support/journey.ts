import type { BrowserContext, Page } from 'playwright-core';
import type { BrowserOptions } from './browser.ts';
import { openBrowser } from './browser.ts';
import type { ApiClient } from './client.ts';
import { openSession } from './pages/sign-in-page.ts';
import { findPageFaults, watchConsole } from './pages/visit.ts';

const STEP_MS = 10_000;

/** Somebody at a browser: their page, and everything that was wrong on what they saw. */
export interface Visitor {
  browser: BrowserContext;
  page: Page;
  /** The same person as a caller of the API. */
  client: ApiClient;
  /** Checks the page as it stands, if wanted in the dark theme too; what is wrong is kept for `faults`. */
  look(name: string, inTheDark?: boolean): Promise<void>;
  /** What axe, the console and the layout had against the pages seen. */
  faults(): string[];
  close(): Promise<void>;
}

export interface VisitorOptions extends BrowserOptions {
  /** Messages of the browser's console that are no fault in this journey. */
  expected?: readonly RegExp[];
}

/** Opens a browser of its own, signed in as a persona. */
export async function openVisitor(address: string, persona: string, options: VisitorOptions = {}): Promise<Visitor> {
  const browser = await openBrowser(options);
  const client = await openSession(browser, address, persona);
  const page = await browser.newPage();
  page.setDefaultTimeout(STEP_MS);
  const consoleFaults = watchConsole(page, options.expected);
  const pageFaults: string[] = [];
  return {
    browser,
    page,
    client,
    async look(name, inTheDark) {
      pageFaults.push(...(await findPageFaults(page, name, inTheDark)));
    },
    faults: () => [...pageFaults, ...consoleFaults],
    close: () => browser.close(),
  };
}
