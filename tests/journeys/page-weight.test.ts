import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(180_000);

/** Of the first page, and of a form's page, whose parts stay in the cache. */
const BUDGET_BYTES = { worklist: 200_000, form: 245_000 };

interface LoadedScript {
  url: string;
  bytes: number;
  encoding: string | undefined;
}

/** Every script that the page loads from now on, with its size on the wire. */
function watchScripts(page: Page): LoadedScript[] {
  const scripts: LoadedScript[] = [];
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('javascript')) return;
    void response
      .request()
      .sizes()
      .then(({ responseBodySize }) => {
        scripts.push({
          url: new URL(response.url()).pathname,
          bytes: responseBodySize,
          encoding: response.headers()['content-encoding'],
        });
      });
  });
  return scripts;
}

const total = (scripts: readonly LoadedScript[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0);

describe('what the browser loads', () => {
  let server: RunningServer;
  let browser: BrowserContext;

  beforeAll(async () => {
    server = await startServer();
  });

  // An empty cache for each page.
  beforeEach(async () => {
    browser = await openBrowser();
    await browser.request.post(`${server.address}/sandbox/sign-in`, {
      data: { persona: 'caseworker' },
      headers: { origin: server.address },
    });
  });

  afterEach(async () => {
    await browser?.close();
  });

  afterAll(async () => {
    await server?.dispose();
  });

  it('opens the worklist with less than 200 kB of JavaScript, compressed with brotli', async () => {
    // given
    const page = await browser.newPage();
    const scripts = watchScripts(page);

    // when
    await page.goto(`${server.address}/tasks`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();

    // then
    expect(scripts.filter(({ encoding, bytes }) => encoding !== 'br' && bytes > 1000)).toEqual([]);
    expect(total(scripts)).toBeLessThan(BUDGET_BYTES.worklist);
    expect(scripts.filter(({ url }) => /bpmn|diagram/i.test(url))).toEqual([]);
  });

  it('opens a form from an empty cache with less than 245 kB, and nothing of the diagram viewer', async () => {
    // given
    const page = await browser.newPage();
    const scripts = watchScripts(page);

    const own = (await (await browser.request.get(`${server.address}/api/v1/tasks?queue=mine`)).json()) as {
      items: { id: string }[];
    };

    // when
    await page.goto(`${server.address}/tasks/${own.items[0]?.id}`, { waitUntil: 'networkidle' });
    await page.getByRole('main').getByRole('textbox').first().waitFor();

    // then
    expect(total(scripts)).toBeLessThan(BUDGET_BYTES.form);
    expect(scripts.filter(({ url }) => /bpmn|diagram/i.test(url))).toEqual([]);
  });
});
