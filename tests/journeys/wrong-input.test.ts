import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { step } from '../support/pages/on-failure.ts';
import { expectStatus, fixture, prepareReferences, readFixture, startCase, submission } from '../support/road.ts';
import type { RoadReferences } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  errors?: { path: string; keyword: string }[];
}

const tenMegabytes = 'ș'.repeat(5 * 1024 * 1024);

/** A body that JSON.stringify would not write: the key that object literals give a meaning. */
const withPrototypeKey = (data: unknown): string =>
  JSON.stringify({ workflow: 'protectia-copilului', data }).replace(
    '"data":{',
    '"data":{"__proto__":{"isAdmin":true},',
  );

describe('wrong input', () => {
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;
  let references: RoadReferences;

  beforeAll(async () => {
    server = await startServer();
    visitor = await openVisitor(server.address, 'caseworker', { expected: [/ 4\d\d /] });
    ({ page } = visitor);
    references = await prepareReferences(visitor.client, 'Greșitu');
  });

  afterAll(async () => {
    await visitor?.close();
    await server?.dispose();
  });

  const textbox = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
  const goOn = () => page.getByRole('button', { name: 'Continuă', exact: true }).click();

  /** The summary has the focus, names the errors, and each field says the same. */
  async function expectErrors(errors: Record<string, RegExp>): Promise<void> {
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    const links = await summary.getByRole('link').allInnerTexts();
    for (const [field, words] of Object.entries(errors)) {
      const link = links.find((text) => words.test(text));
      expect([field, link]).toEqual([field, expect.stringMatching(words)]);
      await page
        .locator('[id$="-error"]', { hasText: link ?? '' })
        .first()
        .waitFor();
    }
    expect(await page.title()).toMatch(/^\(\d+\) /);
  }

  it('in a form is named on top and beside the field, and nothing typed is lost', async () => {
    await step(page, 'missing', async () => {
      await page.goto(`${server.address}/start/protectia-copilului`);
      await page.getByRole('heading', { name: 'Sesizarea', exact: true }).waitFor();
      await goOn();
      await expectErrors({ reportedAt: /Completați câmpul „Data și ora primirii sesizării”/ });
      await visitor.look('wrong-missing');
    });
    await step(page, 'impossible date, then the link leads to the field', async () => {
      await textbox('Data și ora primirii sesizării').fill('31.02.2026, 25:61');
      await goOn();
      await expectErrors({ reportedAt: /„31\.02\.2026, 25:61” nu este o dată cu oră/ });
      await page.getByRole('alert').getByRole('link').first().click();
      const field = textbox('Data și ora primirii sesizării');
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await field.inputValue()).toBe('31.02.2026, 25:61');
    });
    await step(page, 'IDNP, phone and a required row', async () => {
      await page.goto(`${server.address}/start/protectia-copilului?section=parinti`);
      await page.getByRole('button', { name: /^Adaugă un rând/ }).click();
      await textbox('IDNP').fill('2001000001230');
      await textbox('Telefon').fill('abc');
      await goOn();
      await expectErrors({
        carerName: /Completați câmpul „Numele și prenumele”/,
        carerIdnp: /„2001000001230” nu este un IDNP corect/,
        carerPhone: /„abc” nu este un număr de telefon/,
      });
      await visitor.look('wrong-idnp');
    });
    await step(page, 'too long, too short, impossible day', async () => {
      await page.goto(`${server.address}/start/protectia-copilului?section=situatie`);
      await textbox('Data producerii').fill('30.02.2026');
      await textbox('Locul producerii').fill('a'.repeat(201));
      await textbox('Descrierea situației').fill('Scurt');
      await goOn();
      await expectErrors({
        incidentDate: /„30\.02\.2026” nu este o dată din calendar/,
        incidentPlace: /„Locul producerii” are 201 (de )?caractere/,
        situationDescription: /„Descrierea situației” are 5 caractere/,
      });
      expect(await textbox('Locul producerii').inputValue()).toHaveLength(201);
    });
    await step(page, 'an item that is in no list', async () => {
      await page.goto(`${server.address}/start/protectia-copilului?section=copil`);
      await page.getByRole('combobox', { name: 'Localitatea în care se află copilul' }).fill('Atlantida');
      await goOn();
      await expectErrors({ childTerritory: /„Atlantida” nu este în listă/ });
    });
    await step(page, 'a file of the wrong kind', async () => {
      await page.goto(`${server.address}/start/protectia-copilului?section=masuri`);
      await page.getByLabel(/^Documente anexate/).setInputFiles({
        name: 'program.exe',
        mimeType: 'application/x-msdownload',
        buffer: Buffer.from('MZ'),
      });
      await page.getByText('Fișierul „program.exe” nu este de un tip permis').first().waitFor();
      await visitor.look('wrong-file');
    });
  });

  it.each([
    ['Русский', 'Продолжить', 'Дата происшествия', /31\.02\.2026.* не /],
    ['English', 'Continue', 'Date of the incident', /31\.02\.2026.* is not /],
  ])('is named in %s too', async (language, goOnText, label, words) => {
    await step(page, language, async () => {
      await page.goto(`${server.address}/start/protectia-copilului?section=situatie`);
      await page.getByRole('button', { name: /^(Limba|Язык|Language)/ }).click();
      await page.getByRole('button', { name: language, exact: true }).click();
      await textbox(label).fill('31.02.2026');
      await page.getByRole('button', { name: goOnText, exact: true }).click();
      await page.getByRole('alert').getByRole('link', { name: words }).first().waitFor();
      await visitor.look(`wrong-${language}`);
    });
  });

  it('leaves no fault on the pages', () => {
    expect(visitor.faults()).toEqual([]);
  });

  describe('of a program', () => {
    const messages = (language: string) =>
      JSON.parse(
        readFileSync(
          path.resolve(import.meta.dirname, `../../engine/server/src/http/messages/${language}.json`),
          'utf8',
        ),
      ) as Record<string, { title: string } | undefined>;

    it.each(['ro', 'ru', 'en'])('ten megabytes of text are refused in a sentence in %s', async (language) => {
      // given
      const { title } = messages(language)['payload_too_large'] ?? {};
      expectStatus(await visitor.client.send('PATCH', '/api/v1/session', { language }), 200);

      // when
      const { status, body } = await visitor.client.post<Problem>('/api/v1/cases', {
        workflow: 'protectia-copilului',
        data: { childWords: tenMegabytes },
      });

      // then
      expect([status, body.code, body.title]).toEqual([413, 'payload_too_large', title]);
    });

    it.each(['invalid-cod-necunoscut', 'invalid-idnp-gresit', 'invalid-data-imposibila', 'invalid-lipsa-campuri'])(
      '%s: names the field and records nothing',
      async (name) => {
        // given
        const before = await countCases();
        const { errors } = readFixture(`fisa-sesizare/${name}`);

        // when
        const reply = await visitor.client.post<Problem>('/api/v1/cases', {
          workflow: 'protectia-copilului',
          data: submission(`fisa-sesizare/${name}`, references),
        });

        // then
        expect(reply.status).toBe(422);
        expect(reply.body.errors).toEqual(
          expect.arrayContaining(
            errors.map(({ path, keyword }) => expect.objectContaining({ path, keyword }) as unknown),
          ),
        );
        expect(await countCases()).toBe(before);
      },
    );

    it('a key named __proto__ is refused and changes nothing', async () => {
      // when
      const reply = await fetch(`${server.address}/api/v1/cases`, {
        method: 'POST',
        headers: {
          cookie: visitor.client.cookie,
          origin: server.address,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: withPrototypeKey(fixture('fisa-sesizare/valid-anonim')),
      });

      // then
      expect(reply.status).toBe(400);
      expect(((await reply.json()) as Problem).code).toBe('forbidden_key');
    });

    it('a change of an outdated version is refused, and one without a version', async () => {
      // given
      const found = await visitor.client.post<{ items: { id: string }[] }>('/api/v1/persons/searches', {
        text: 'Lupu Andreea',
      });
      const id = expectStatus(found, 201).items[0]?.id ?? '';
      const { headers } = await visitor.client.get<unknown>(`/api/v1/persons/${id}`);
      const version = headers.get('etag') ?? '';
      const change = { phone: '+37369123456' };
      expectStatus(await visitor.client.send('PATCH', `/api/v1/persons/${id}`, change, { 'if-match': version }), 200);

      // when
      const stale = await visitor.client.send<Problem>('PATCH', `/api/v1/persons/${id}`, change, {
        'if-match': version,
      });
      const missing = await visitor.client.send<Problem>('PATCH', `/api/v1/persons/${id}`, change);

      // then
      expect([stale.status, missing.status]).toEqual([412, 428]);
      expect(stale.body.title).toBeTruthy();
    });

    it('a file that is not what its name says is refused', async () => {
      // given
      const { caseId } = await startCase(
        visitor.client,
        'protectia-copilului',
        'fisa-sesizare/valid-anonim',
        references,
      );
      const body = new FormData();
      body.set('caseId', caseId);
      body.set('file', new Blob([Buffer.from([0x4d, 0x5a, 0x90, 0, 3])], { type: 'application/pdf' }), 'scrisoare.pdf');

      // when
      const reply = await fetch(`${server.address}/api/v1/documents`, {
        method: 'POST',
        headers: {
          cookie: visitor.client.cookie,
          origin: server.address,
          'accept-language': 'ro',
          'idempotency-key': crypto.randomUUID(),
        },
        body,
      });

      // then
      expect(reply.status).toBe(415);
      expect(((await reply.json()) as Problem).title).toBeTruthy();
    });

    async function countCases(): Promise<number> {
      const reply = await visitor.client.get<{ items: unknown[] }>('/api/v1/cases?limit=100');
      return expectStatus(reply, 200).items.length;
    }
  });
});
