import { createTestServer } from './http/testing/test-server.ts';
import type { TestServer } from './http/testing/test-server.ts';
import type { TestClient } from './http/testing/test-client.ts';
import { createSchemaRegistry } from './http/schema-registry.ts';
import { newId } from './ids/new-id.ts';

interface List {
  items: Record<string, never>[];
  nextCursor: string | null;
}

const everything = [
  ...['definition.read', 'release.read', 'classifier.read', 'person.search', 'person.read', 'person.create'],
  ...['person.update', 'case.start', 'case.attach', 'case.read'],
].map((action) => ({ action, relation: 'all' as const, classes: ['public' as const, 'personal' as const] }));

const schemas = createSchemaRegistry();

/** Fails unless the body is what the contract says. */
function expectContract(name: string, body: unknown): void {
  const validate = schemas.bodyValidator({ contract: name });
  expect(validate(body) ? [] : validate.errors).toEqual([]);
}

jest.setTimeout(60_000);

describe('the API of definitions, classifiers, persons and documents', () => {
  let server: TestServer;
  let clerk: TestClient;
  let inspector: TestClient;

  beforeAll(async () => {
    server = await createTestServer({ roles: { librarian: everything } });
    clerk = await server.signIn('librarian');
    inspector = await server.signIn('inspector');
  });
  afterAll(() => server.close());

  describe('forms and workflows', () => {
    it('gives a form with its validator and classifiers', async () => {
      // when
      const { status, body } = await clerk.get<{
        versionId: string;
        validatorUrl: string;
        classifiers: { key: string; url: string }[];
      }>('/api/v1/forms/loan');

      // then
      expect(status).toBe(200);
      expectContract('api-forms-detail', body);
      expect(body.classifiers.map(({ key }) => key)).toEqual(['cuatm', 'genre']);
      const validator = await clerk.get(body.validatorUrl);
      expect(validator.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(validator.headers.get('cache-control')).toContain('immutable');
      expect(validator.text).toContain('export function createValidate');
      const classifier = await clerk.get(body.classifiers[1]!.url);
      expectContract('api-classifiers-version', classifier.body);
      expect((await clerk.get(`/api/v1/forms/loan?version=${body.versionId}`)).body).toEqual(body);
      expect((await clerk.get(`/api/v1/forms/return?version=${body.versionId}`)).status).toBe(404);
    });

    it('lists what can be started, in the language of the reader', async () => {
      // when
      const { body } = await clerk.get<List>('/api/v1/workflows');
      const detail = await clerk.get<{ elementNames: Record<string, string> }>('/api/v1/workflows/lending');

      // then
      expectContract('api-workflows-list', body);
      expect(body.items).toMatchObject([{ key: 'lending', title: 'Împrumut', startForm: 'loan' }]);
      expectContract('api-workflows-detail', detail.body);
      expect(detail.body.elementNames['Task_Return']).toBe('Returnare');
      expect((await inspector.get<List>('/api/v1/workflows')).body.items).toEqual([]);
    });

    it.each([
      '/api/v1/forms/none',
      '/api/v1/workflows/none',
      '/api/v1/forms/validators/x.js',
      '/api/v1/forms/loan?at=1999-01-01',
    ])('answers 404 to %s', async (path) => {
      expect((await clerk.get(path)).status).toBe(404);
    });

    it('shows nothing to nobody', async () => {
      expect((await server.nobody.get('/api/v1/forms/loan')).status).toBe(401);
      expect((await inspector.get('/api/v1/definitions')).status).toBe(403);
    });
  });

  describe('definitions and releases', () => {
    it('lists the versions in force, and all versions of one', async () => {
      // when
      const all = await clerk.get<List>('/api/v1/definitions');
      const roles = await clerk.get<List>('/api/v1/definitions?kind=role');
      const versions = await clerk.get<List>('/api/v1/definitions/form/loan');

      // then
      expectContract('api-definitions-list', all.body);
      expect(all.body.items.length).toBeGreaterThan(10);
      expect(roles.body.items.map(({ kind }) => kind)).toEqual(['role', 'role']);
      expectContract('api-definitions-versions', versions.body);
      expect(versions.body).toMatchObject({
        title: 'Formular loan',
        items: [{ number: 1, releaseNumber: 1, state: 'active' }],
      });
      expect((await clerk.get('/api/v1/definitions/form/none')).status).toBe(404);
      expect((await clerk.get('/api/v1/definitions/nonsense/loan')).status).toBe(404);
    });

    it('lists releases', async () => {
      const { body } = await clerk.get<List>('/api/v1/releases');
      expectContract('api-releases-list', body);
      expect(body.items).toMatchObject([{ number: 1, state: 'active', createdBy: 'system:content-cli' }]);
    });
  });

  describe('classifiers', () => {
    it('lists those in force', async () => {
      const { body } = await clerk.get<List>('/api/v1/classifiers');
      expectContract('api-classifiers-list', body);
      expect(body.items.map(({ key }) => key).sort()).toEqual(['cuatm', 'genre']);
    });

    it.each([
      ['genre/items?q=ROM', ['NOVEL']],
      ['genre/items?q=роман', ['NOVEL']],
      ['genre/items?parent=PROSE', ['NOVEL']],
      ['genre/items?parent=', ['PROSE']],
      ['cuatm/items?q=chisinau', ['0101000']],
      ['cuatm/items?q=singera', ['0111000']],
      ['cuatm/items?q=0110', ['0110000']],
      ['cuatm/items?q=%25', []],
    ])('finds in %s', async (query, codes) => {
      const { body } = await clerk.get<List>(`/api/v1/classifiers/${query}`);
      expectContract('api-classifiers-items', body);
      expect(body.items.map(({ code }) => code)).toEqual(codes);
    });

    it('leaves out what is not valid on the day', async () => {
      // given
      const { body } = await clerk.get<List & { versionId: string }>('/api/v1/classifiers/genre/items?parent=');

      // when
      const earlier = await clerk.get<List>(
        `/api/v1/classifiers/genre/items?version=${body.versionId}&at=2021-01-01&parent=`,
      );

      // then
      expect(body.items.map(({ code }) => code)).toEqual(['PROSE']);
      expect(earlier.body.items.map(({ code }) => code)).toEqual(['PROSE', 'BALLAD']);
    });

    it('pages', async () => {
      const first = await clerk.get<List>('/api/v1/classifiers/cuatm/items?limit=2');
      const second = await clerk.get<List>(`/api/v1/classifiers/cuatm/items?limit=2&cursor=${first.body.nextCursor}`);
      expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([2, 1, null]);
    });

    it('answers 404 for what does not exist', async () => {
      expect((await clerk.get('/api/v1/classifiers/none/items')).status).toBe(404);
      const form = await clerk.get<{ versionId: string }>('/api/v1/forms/loan');
      expect((await clerk.get(`/api/v1/classifiers/genre/versions/${form.body.versionId}`)).status).toBe(404);
    });
  });

  describe('persons', () => {
    const ion = {
      lastName: 'Popa',
      firstName: 'Ion',
      birthDate: '2010-02-03',
      idnp: '2001000001237',
      territory: '0111000',
    };

    it('are searched for, created, opened and corrected', async () => {
      // given
      const empty = await clerk.post<List & { searchId: string }>('/api/v1/persons/searches', { text: 'Popa Ion' });
      expect(empty.status).toBe(201);
      expect(empty.body.items).toEqual([]);

      // when
      const created = await clerk.post<{ id: string }>('/api/v1/persons', ion, {
        'idempotency-key': 'create-popa-ion',
      });
      const again = await clerk.post<{ id: string }>('/api/v1/persons', ion, { 'idempotency-key': 'create-popa-ion' });

      // then
      expect(created.status).toBe(201);
      expectContract('api-persons-created', created.body);
      expect(again.body).toEqual(created.body);
      const restored = await clerk.get<List>(`/api/v1/persons/searches/${empty.body.searchId}`);
      expectContract('api-persons-search', restored.body);
      expect(restored.body.items).toMatchObject([
        { displayName: 'Popa Ion', locality: 'or. Sîngera', idnpMasked: '•••••••••1237' },
      ]);
      const page = await clerk.get<{ version: number }>(`/api/v1/persons/${created.body.id}`);
      expectContract('api-persons-detail', page.body);
      expect(page.body).toMatchObject({ idnp: ion.idnp, territory: { name: 'or. Sîngera' }, cases: [], otherCases: 0 });
      const path = `/api/v1/persons/${created.body.id}`;
      const changed = await clerk.patch(path, { phone: '069110001' }, { 'if-match': page.headers.get('etag') ?? '' });
      expect(changed).toMatchObject({ status: 200, body: { version: 2, phone: '069110001' } });
      const stale = await clerk.patch(path, { phone: null }, { 'if-match': page.headers.get('etag') ?? '' });
      expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version' } });
      expect((await clerk.patch(path, { phone: null })).status).toBe(428);
    });

    it('answers doubles and faults with a sentence and the field', async () => {
      // given
      await clerk.post('/api/v1/persons', ion);

      // when
      const double = await clerk.post('/api/v1/persons', { ...ion, confirmedDifferent: true });
      const similar = await clerk.post('/api/v1/persons', { ...ion, idnp: undefined, lastName: 'POPA' });
      const wrong = await clerk.post('/api/v1/persons', { ...ion, idnp: '2001003328546' });

      // then
      expect(double).toMatchObject({ status: 409, body: { code: 'person_exists', details: { mayConfirm: false } } });
      expect(similar).toMatchObject({ status: 409, body: { code: 'person_similar', details: { mayConfirm: true } } });
      expectContract('api-persons-search-item', (similar.body['details'] as { candidates: unknown[] }).candidates[0]);
      expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: '/idnp', keyword: 'format' }] } });
      expect(JSON.stringify(double.body)).not.toContain(ion.idnp);
    });

    it('are closed to other roles', async () => {
      expect((await inspector.post('/api/v1/persons/searches', { text: 'Popa' })).status).toBe(403);
    });
  });

  describe('documents', () => {
    const upload = (client: TestClient, content: Buffer<ArrayBuffer> | string, fileName: string, key = newId()) => {
      const body = new FormData();
      body.set('file', new Blob([content]), fileName);
      const headers = { ...(client.cookie && { cookie: client.cookie }), 'idempotency-key': key };
      return fetch(`${server.address}/api/v1/documents`, { method: 'POST', body, headers });
    };
    const download = (client: TestClient, id: string) => client.get(`/api/v1/documents/${id}/content`);

    it('are stored in pieces and given back as a download', async () => {
      // given
      const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(700_000, 'x')]);

      // when
      const reply = await upload(clerk, content, 'Anchetă socială.pdf');
      const reference = (await reply.json()) as { documentId: string };
      const file = await download(clerk, reference.documentId);

      // then
      expect(reply.status).toBe(201);
      expectContract('attachment-reference', reference);
      expect(reference).toMatchObject({
        fileName: 'Anchetă socială.pdf',
        mediaType: 'application/pdf',
        size: content.length,
      });
      expect(file.status).toBe(200);
      expect(file.text).toBe(content.toString());
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="Anchet_ social_.pdf"; filename*=UTF-8''Anchet%C4%83%20social%C4%83.pdf`,
      );
      const rows = await server.test.database.query<{ verb: string }>(
        'select verb from audit_events where object_id = $1 order by id',
        [reference.documentId],
      );
      expect(rows.map(({ verb }) => verb)).toEqual(['document.uploaded', 'document.read']);
    });

    it('sent twice under one key are stored once', async () => {
      // given
      const key = newId();
      const count = async () => (await server.test.database.query('select id from documents')).length;
      const before = await count();

      // when
      const first = await (await upload(clerk, 'notă', 'nota.txt', key)).json();
      const second = await (await upload(clerk, 'notă', 'nota.txt', key)).json();
      const other = await upload(clerk, 'alta', 'nota.txt', key);

      // then
      expect(second).toEqual(first);
      expect(other.status).toBe(422);
      expect(await count()).toBe(before + 1);
    });

    it('of the wrong kind or size are refused by name, and leave nothing behind', async () => {
      // when
      const script = await upload(clerk, '<html><script>alert(1)</script>', 'harmless.pdf');
      const large = await upload(
        clerk,
        Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(20 * 1024 * 1024)]),
        'large.pdf',
      );
      const none = await upload(clerk, '', 'empty.txt');

      // then
      expect([script.status, large.status, none.status]).toEqual([415, 413, 415]);
      expect(await script.json()).toMatchObject({
        code: 'unsupported_file',
        details: { accepted: 'PDF, JPEG, PNG, DOCX, XLSX, TXT' },
      });
      const left = await server.test.database.query('select id from documents where completed_at is null');
      expect(left).toEqual([]);
    });

    it('without a case are seen by nobody but their uploader', async () => {
      // given
      const reference = (await (await upload(clerk, 'notă', 'nota.txt')).json()) as { documentId: string };

      // then
      expect((await download(inspector, reference.documentId)).status).toBe(404);
      expect((await upload(inspector, 'notă', 'nota.txt')).status).toBe(403);
      expect((await clerk.post('/api/v1/documents', {})).status).toBe(415);
    });
  });
});
