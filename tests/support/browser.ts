import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  width?: number;
  height?: number;
  language?: string;
}

/** A Chromium with an empty profile of its own; closing the context closes it. */
export async function openBrowser(options: BrowserOptions = {}): Promise<BrowserContext> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: options.language ?? 'ro-RO',
    colorScheme: 'light',
    timezoneId: 'Europe/Chisinau',
  });
  context.on('close', () => void browser.close());
  return context;
}

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[];
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA on the page as it stands, one line a finding; or against one rule only. */
export async function findAccessibilityFaults(page: Page, rule?: string): Promise<string[]> {
  // The page's own policy forbids inline scripts; the tool is evaluated by the debugger instead.
  await page.evaluate(axeSource);
  const runOnly = rule === undefined ? everyRule : { type: 'rule', values: [rule] };
  const result = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<unknown> } };
      return (await axe.run(document, options)) as AxeResult;
    },
    { runOnly, resultTypes: ['violations'] },
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${JSON.stringify(node.target)}`),
  );
}
