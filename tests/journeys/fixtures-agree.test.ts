import { readFileSync, readdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { parse } from 'csv-parse/sync';
import type { BrowserContext } from 'playwright-core';
import type { ClassifierItem } from '@esocial/form-core/classifier-lookup.ts';
import type { FormSchema, UiSchema } from '@esocial/form-core/form-schema.ts';
import { buildValidatorModule } from '@esocial/form-core/form-validator-module.ts';
import type { ValidatorModule } from '@esocial/form-core/form-validator.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { openBrowser } from '../support/browser.ts';
import { judge } from '../support/fixtures-page.ts';
import type { FormCase } from '../support/fixtures-page.ts';

jest.setTimeout(180_000);

const root = path.resolve(import.meta.dirname, '../..');
const readJson = <T>(...parts: string[]): T => JSON.parse(readFileSync(path.join(root, ...parts), 'utf8')) as T;
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

const itemsOf = (key: string): ClassifierItem[] =>
  parse(readFileSync(path.join(root, 'classifiers', key, 'items.csv'), 'utf8'), {
    columns: true,
    cast: (value) => value || undefined,
  });

/** The folders of a content folder; files such as its README are none. */
const foldersOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const classifiers = Object.fromEntries(foldersOf('classifiers').map((key) => [key, itemsOf(key)]));

function readForm(key: string): FormCase {
  const fixtures = readdirSync(path.join(root, 'forms', key, 'fixtures')).map((name) => ({
    name: `${key}/${name}`,
    data: readJson<{ data: JsonObject }>('forms', key, 'fixtures', name).data,
  }));
  return {
    schema: readJson<FormSchema>('forms', key, 'schema.json'),
    uiSchema: readJson<UiSchema>('forms', key, 'ui-schema.json'),
    validatorUrl: `/validators/${key}.js`,
    classifiers,
    fixtures,
    today: '2026-01-05',
  };
}

describe('the browser and the server judge form data alike', () => {
  const keys = foldersOf('forms');
  const folder = mkdtempSync(path.join(tmpdir(), 'validators-'));
  let server: Server;
  let browser: BrowserContext;
  let address: string;

  beforeAll(async () => {
    const bundle = await build({
      entryPoints: [path.join(root, 'tests/support/fixtures-page.ts')],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      external: ['node:*'],
    });
    const files = new Map<string, string>([['/page.js', bundle.outputFiles[0]?.text ?? '']]);
    for (const key of keys) {
      const source = buildValidatorModule(readForm(key).schema);
      files.set(`/validators/${key}.js`, source);
      writeFileSync(path.join(folder, `${key}.mjs`), source);
    }
    server = createServer((request, response) => {
      const file = files.get(request.url ?? '');
      response.setHeader('content-security-policy', policy);
      response.setHeader('content-type', file === undefined ? 'text/html' : 'text/javascript');
      response.end(file ?? '<!doctype html><title>Fixtures</title><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(keys)('%s: every fixture has the same verdict, without eval', async (key) => {
    // given
    const form = readForm(key);
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(address);
    await page.waitForFunction(() => 'judgeFixtures' in globalThis);

    // when
    // As text both ways: what carries values to and from the page drops names such as __proto__.
    const inBrowser = await page.evaluate(async (given) => {
      const { judgeFixtures } = globalThis as unknown as { judgeFixtures: (form: unknown) => Promise<unknown> };
      return JSON.stringify(await judgeFixtures(JSON.parse(given)));
    }, JSON.stringify(form));
    const onServer = await judge(form, () => import(path.join(folder, `${key}.mjs`)) as Promise<ValidatorModule>);

    // then
    expect(JSON.parse(inBrowser)).toEqual(JSON.parse(JSON.stringify(onServer)));
    expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
    await page.close();
  });
});
