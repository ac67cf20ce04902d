import { createTestServer } from '../http/testing/test-server.ts';
import type { TestServer } from '../http/testing/test-server.ts';

/** The hidden fields and the target of the form in a page. */
function readForm(html: string): { action: string; fields: Record<string, string> } {
  const unescape = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return {
    action: new URL(unescape(/action="([^"]+)"/.exec(html)?.[1] ?? ''), 'http://here').pathname,
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescape(value)])),
  };
}

const cookieNamed = (headers: Headers, name: string): string | undefined =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0];

describe('signing in', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await createTestServer();
  }, 120_000);

  afterAll(() => server.close());

  /** Walks the pages as a browser does, up to the answer that is posted to us. */
  async function walk(choice: Record<string, string>, returnTo = '/cases?status=active') {
    const began = await server.nobody.get(`/saml/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    const request = readForm(began.text);
    const personas = await server.nobody.submit(request.action, request.fields);
    const { action, fields } = readForm(personas.text);
    const answer = readForm((await server.nobody.submit(action, { ...fields, ...choice })).text);
    const cookie = cookieNamed(began.headers, 'esocial-sign-in') ?? '';
    return { ...answer, cookie, personas: personas.text };
  }

  it('walks from our page over the identity provider’s back to where it began', async () => {
    // when
    const { action, fields, cookie, personas } = await walk({ persona: 'librarian' });
    const done = await server.nobody.submit(action, fields, {
      cookie,
      origin: 'https://mpass.example.md',
      'sec-fetch-site': 'cross-site',
    });

    // then
    expect(personas).toContain('Rusu Ana');
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe('/cases?status=active');
    expect(done.headers.getSetCookie().join()).toMatch(/esocial=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
  });

  it('says who is signed in and what they may do', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // when
    const { body } = await librarian.get('/api/v1/session');

    // then
    expect(body).toMatchObject({
      user: {
        displayName: 'Rusu Ana',
        roles: [{ key: 'librarian', title: 'librarian', home: 'worklist' }],
        institution: { name: 'Biblioteca mare' },
        team: { name: 'Ghișeu' },
        language: 'ro',
      },
      environment: { sandbox: true, engine: 'embedded' },
    });
    expect(body['permissions']).toContainEqual({ action: 'institution.search', relation: 'all' });
  });

  it('comes back without a session and without an error when the person cancels', async () => {
    // when
    const { action, fields, cookie } = await walk({ cancel: 'yes' });
    const done = await server.nobody.submit(action, fields, { cookie });

    // then
    expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
    expect(cookieNamed(done.headers, 'esocial')).toBeUndefined();
  });

  it('takes an answer once', async () => {
    // given
    const { action, fields, cookie } = await walk({ persona: 'librarian' });

    // when
    const answers = await Promise.all([1, 2, 3].map(() => server.nobody.submit(action, fields, { cookie })));

    // then
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403, 403]);
  });

  it('takes no answer that another browser asked for', async () => {
    // given
    const { action, fields } = await walk({ persona: 'librarian' });
    const { cookie } = await walk({ persona: 'librarian' });

    // when
    const done = await server.nobody.submit(action, fields, { cookie });

    // then
    expect(done).toMatchObject({ status: 403, body: { code: 'sign_in_refused' } });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'does not lead to %s',
    async (returnTo) => {
      // given
      const { action, fields, cookie } = await walk({ persona: 'librarian' }, returnTo);

      // when
      const done = await server.nobody.submit(action, fields, { cookie });

      // then
      expect(done.headers.get('location')).toBe('/');
    },
  );

  it('refuses a user who is not in the register, or is suspended', async () => {
    // given
    await server.test.database.query(`update users set active = false where idnp = '2000000000014'`);

    // when
    const { status, body } = await server.nobody.post('/sandbox/sign-in', { persona: 'branch-librarian' });

    // then
    expect([status, body['code']]).toEqual([403, 'unknown_user']);
    await server.test.database.query(`update users set active = true where idnp = '2000000000014'`);
  });

  it('refuses a role that does not exist here', async () => {
    // given
    const setRoles = (roles: string[]) =>
      server.test.database.query(`update sandbox_personas set roles = $1 where key = 'inspector'`, [roles]);
    await setRoles(['inspector', 'emperor']);

    // when
    const { status, body } = await server.nobody.post('/sandbox/sign-in', { persona: 'inspector' });

    // then
    expect([status, body['code']]).toEqual([403, 'unknown_role']);
    await setRoles(['inspector']);
  });

  it('audits each sign-in and each refusal', async () => {
    // given
    await server.nobody.submit('/saml/acs', { SAMLResponse: 'bm90aGluZw==' });

    // when
    const rows = await server.test.database.query<{ verb: string; actor_id: string }>(
      'select verb, actor_id from audit_events',
    );

    // then
    expect(rows.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['session.opened', 'session.refused']));
  });

  it('keeps no token in the database', async () => {
    // given
    const { cookie = '' } = await server.signIn('librarian');
    const token = cookie.split('=')[1] ?? '';

    // when
    const [row] = await server.test.database.query<{ found: number }>(
      'select count(*) as found from sessions s where to_jsonb(s)::text like $1',
      [`%${token}%`],
    );

    // then
    expect(row?.found).toBe(0);
  });

  it('signs out here and at the identity provider', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // when
    const page = await librarian.submit('/saml/sign-out', {});
    const { action, fields } = readForm(page.text);
    const answered = readForm((await server.nobody.submit(action, fields)).text);
    const back = await server.nobody.submit(answered.action, answered.fields);

    // then
    expect(action).toBe('/sandbox/idp/sign-out');
    expect([answered.action, back.status, back.headers.get('location')]).toEqual(['/saml/slo', 303, '/']);
    expect((await librarian.get('/api/v1/session')).status).toBe(401);
  });

  it('is not signed out by another site that posts nothing of the identity provider', async () => {
    // when
    const reply = await server.nobody.submit('/saml/slo', { SAMLResponse: 'x' }, { origin: 'https://evil.example' });

    // then
    expect([reply.status, reply.headers.get('set-cookie')]).toEqual([303, null]);
  });

  it('refuses a sign-out request that the identity provider did not sign', async () => {
    // given
    const librarian = await server.signIn('librarian');
    const xml = `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Version="2.0" IssueInstant="${new Date().toISOString()}"><saml:Issuer>x</saml:Issuer><saml:NameID>2000000000007</saml:NameID></samlp:LogoutRequest>`;

    // when
    const refused = await server.nobody.submit('/saml/slo', { SAMLRequest: Buffer.from(xml).toString('base64') });

    // then
    expect(refused.status).toBe(403);
    expect((await librarian.get('/api/v1/session')).status).toBe(200);
  });
});

describe('a session', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await createTestServer();
  }, 120_000);

  afterAll(() => server.close());

  const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
  const change = async (sql: string): Promise<void> => {
    await server.test.database.query(sql);
    await pause();
  };

  it.each([
    ['it is ended elsewhere', `update sessions set ended_at = now()`],
    ['its user is suspended', `update users set active = false`],
    ['it expires', `update sessions set expires_at = now() - interval '1 second'`],
    ['it was idle for an hour', `update sessions set last_seen_at = now() - interval '61 minutes', roles = roles`],
  ])('ends on the next request when %s', async (_name, sql) => {
    // given
    const librarian = await server.signIn('librarian');
    const before = await librarian.get('/api/v1/session');

    // when
    await change(sql);

    // then
    expect(before.status).toBe(200);
    expect(await librarian.get('/api/v1/session')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    await change(`update users set active = true`);
  });

  it('loses what a role loses on the next request', async () => {
    // given
    const librarian = await server.signIn('librarian');
    const before = await librarian.get('/api/v1/institutions');

    // when
    await change(`update sessions set roles = '{}'`);

    // then
    expect(before.status).toBe(200);
    expect((await librarian.get('/api/v1/institutions')).status).toBe(403);
  });

  it('remembers the language that the person chose', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // when
    await librarian.patch('/api/v1/session', { language: 'ru' });
    await pause();

    // then
    expect((await librarian.get('/api/v1/audit-events')).body['title']).toBe('Нет доступа');
    await change(`update users set language = 'ro'`);
  });

  it('ends with DELETE', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // when
    const { status, headers } = await librarian.delete('/api/v1/session');

    // then
    expect(status).toBe(204);
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await librarian.get('/api/v1/session')).status).toBe(401);
  });

  it.each(['', 'x', 'A'.repeat(43), "' or 1=1 --"])('is not opened by the cookie %j', async (value) => {
    // then
    expect((await server.nobody.get('/api/v1/session', { cookie: `esocial=${value}` })).status).toBe(401);
  });
});
