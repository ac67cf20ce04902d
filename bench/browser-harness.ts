import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { CDPSession, Page } from 'playwright-core';
import { buildValidatorModule } from '@esocial/form-core/form-validator-module.ts';
import type { GeneratedForm } from './generated-form.ts';
import { percentile } from './statistics.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface PageFunctions {
  prepare(form: GeneratedForm, validatorUrl: string): Promise<void>;
  show(fields: number, section?: string): Promise<number>;
}

export interface OpenedForm {
  page: Page;
  /** Milliseconds until the section (or the whole form) is painted. */
  show(fields: number, section?: string): Promise<number>;
  /** Milliseconds of script for each key typed into the first text field. */
  typing(keys: number): Promise<number[]>;
  /** The longest interaction to next paint, in milliseconds, while typing on a processor `slowdown` times slower. */
  interactionToNextPaint(keys: number, slowdown: number): Promise<number>;
  close(): Promise<void>;
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

const settled = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));

async function open(page: Page, address: string, form: GeneratedForm): Promise<OpenedForm> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address);
  await page.waitForFunction(() => 'prepare' in globalThis);
  await page.evaluate(([given, url]) => (globalThis as unknown as PageFunctions).prepare(given, url), [
    form,
    '/validator.js',
  ] as const);
  const textField = page.locator('#root input[type=text]').first();
  return {
    page,
    show: (fields, section) =>
      page.evaluate(([count, key]) => (globalThis as unknown as PageFunctions).show(count, key), [
        fields,
        section,
      ] as const),
    async typing(keys) {
      await textField.click();
      const samples: number[] = [];
      for (let index = 0; index < keys; index += 1) {
        const before = await scriptSeconds(session);
        await page.keyboard.press('a');
        await settled(page);
        samples.push(((await scriptSeconds(session)) - before) * 1000);
      }
      return samples;
    },
    async interactionToNextPaint(keys, slowdown) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await page.evaluate(() => {
        const longest: number[] = [];
        Object.assign(globalThis, { longest });
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => longest.push(entry.duration))).observe({
          type: 'event',
          durationThreshold: 16,
          buffered: false,
        } as PerformanceObserverInit);
      });
      await textField.click();
      for (let index = 0; index < keys; index += 1) {
        await page.keyboard.press('b', { delay: 50 });
        await settled(page);
      }
      const durations = await page.evaluate(() => (globalThis as unknown as { longest: number[] }).longest);
      return durations.length === 0
        ? 16
        : percentile(
            durations.sort((a, b) => a - b),
            0.98,
          );
    },
    close: () => page.close(),
  };
}

/** Serves one of the two pages for a form and opens it in Chromium. */
export async function withFormPage<T>(
  kind: 'ours' | 'peer',
  form: GeneratedForm,
  work: (opened: OpenedForm) => Promise<T>,
): Promise<T> {
  const bundle = await build({
    entryPoints: [`bench/browser/${kind}.tsx`],
    bundle: true,
    write: false,
    outdir: 'out',
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'empty' },
  });
  const files = new Map(bundle.outputFiles.map((file) => [`/${file.path.split('/').pop()}`, file.text]));
  if (kind === 'ours') files.set('/validator.js', buildValidatorModule(form.schema));
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.setHeader(
      'content-type',
      file === undefined ? 'text/html' : request.url?.endsWith('.css') ? 'text/css' : 'text/javascript',
    );
    response.end(
      file ??
        `<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="/${kind}.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    return await work(await open(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, form));
  } finally {
    await browser.close();
    server.close();
  }
}
