import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

const script = `console.warn('${'x'.repeat(2000)}')`;

function writeApplication(): string {
  const folder = mkdtempSync(join(tmpdir(), 'application-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><title>eSocial</title>');
  writeFileSync(join(folder, 'assets/main-1a2b.js'), script);
  writeFileSync(join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, '.secret'), 'secret');
  return folder;
}

describe('the web server', () => {
  let server: TestServer;
  const folder = writeApplication();

  beforeAll(async () => {
    server = await createTestServer({ applications: [{ base: '/', folder }] });
  }, 120_000);

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const signIn = '/sandbox/sign-in';

  it('sends a content security policy without anything unsafe, and a nonce used once', async () => {
    // when
    const policies = await Promise.all(
      [1, 2].map(async () => (await server.nobody.get('/')).headers.get('content-security-policy')),
    );

    // then
    expect(policies[0]).toContain("default-src 'none'");
    expect(policies[0]).not.toContain('unsafe');
    expect(policies[0]).not.toBe(policies[1]);
  });

  it('does not say what it is made of', async () => {
    // then
    expect((await server.nobody.get('/livez')).headers.get('x-powered-by')).toBeNull();
  });

  it.each([
    ['a body that is no JSON', '{"persona":', 'application/json', 400, 'malformed_body'],
    ['a body of another type', 'persona=x', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['no type', 'x', '', 415, 'unsupported_media_type'],
    [
      'a text of 2 MB',
      JSON.stringify({ persona: 'x'.repeat(2_000_000) }),
      'application/json',
      413,
      'payload_too_large',
    ],
    ['a prototype', '{"persona": "x", "__proto__": {"admin": true}}', 'application/json', 400, 'forbidden_key'],
    ['a property nobody knows', '{"persona": "x", "admin": true}', 'application/json', 422, 'validation_failed'],
    ['a missing property', '{}', 'application/json', 422, 'validation_failed'],
    ['another encoding', '{"persona": "x"}', 'application/json; charset=latin-9', 400, 'malformed_body'],
  ])('answers %s with a problem', async (_name, body, contentType, status, code) => {
    // when
    const response = await fetch(server.address + signIn, {
      method: 'POST',
      body,
      headers: { 'content-type': contentType, 'accept-language': 'en' },
    });

    // then
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ status, code, traceId: response.headers.get('x-trace-id') });
    expect(response.status).toBe(status);
  });

  it('answers in the language of the reader', async () => {
    // when
    const titles = await Promise.all(
      ['ro', 'ru', 'en'].map(
        async (language) => (await server.nobody.get('/api/v1/session', { 'accept-language': language })).body['title'],
      ),
    );

    // then
    expect(titles).toEqual(['Nu sunteți autentificat', 'Вы не вошли в систему', 'You are not signed in']);
  });

  it('settles who calls before it reads what was sent', async () => {
    // when
    const { status } = await server.nobody.patch('/api/v1/session', { language: 'x'.repeat(2_000_000) });

    // then
    expect(status).toBe(401);
  });

  it('refuses a change that another site asks for', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // when
    const forged = await librarian.delete('/api/v1/session', {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });

    // then
    expect(forged).toMatchObject({ status: 403, body: { code: 'cross_site_request' } });
    expect((await librarian.get('/api/v1/session')).status).toBe(200);
  });

  it('names the wrong parameter of an address', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // when
    const replies = await Promise.all(
      ['limit=0', 'limit=x', 'limit=1&limit=2', 'unknown=1'].map((query) =>
        librarian.get(`/api/v1/institutions?${query}`),
      ),
    );

    // then
    expect(replies.map(({ status, body }) => [status, body['code'], body['details']])).toEqual([
      [400, 'invalid_parameter', { parameter: 'limit' }],
      [400, 'invalid_parameter', { parameter: 'limit' }],
      [400, 'invalid_parameter', { parameter: 'limit' }],
      [400, 'invalid_parameter', { parameter: 'unknown' }],
    ]);
  });

  it('follows the caller’s trace', async () => {
    // given
    const traceId = 'a'.repeat(32);

    // when
    const { headers } = await server.nobody.get('/livez', { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` });

    // then
    expect(headers.get('x-trace-id')).toBe(traceId);
  });

  it('logs operations and never what was sent', async () => {
    // given
    const canary = 'Canaryescu-2000000000007';

    // when
    await server.nobody.post(
      `${signIn}?who=${canary}`,
      { persona: canary, [canary]: canary },
      { 'x-canary': canary, cookie: `esocial=${canary}` },
    );
    await server.nobody.get(`/api/v1/${canary}`);
    await server.nobody.get('/api/v1/%E0%A4%A');

    // then
    const log = server.log.join('');
    expect(log).toContain('"operation":"signInAsPersona"');
    expect(log).not.toContain('Canary');
  });

  it('serves figures by operation', async () => {
    // when
    const { text } = await server.nobody.get('/metrics');

    // then
    expect(text).toContain('http_requests_total{operation="signInAsPersona",status="200"}');
  });

  it('is ready when its database answers', async () => {
    // then
    expect((await server.nobody.get('/readyz')).body).toEqual({ status: 'ready' });
    expect((await server.nobody.get('/livez')).body).toEqual({ status: 'live' });
  });

  it('answers an address that nobody serves in the form that was asked for', async () => {
    // then
    expect(await server.nobody.get('/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await server.nobody.get('/nothing.png')).toMatchObject({ status: 404 });
    expect(await server.nobody.post('/nothing')).toMatchObject({ status: 404 });
  });

  describe('serves a built application', () => {
    it('its document at every address of its own, with the nonce', async () => {
      // when
      const { text, headers } = await server.nobody.get('/tasks/1?queue=mine', { accept: 'text/html' });

      // then
      const nonce = /content="([^"]+)"/.exec(text)?.[1];
      expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it('its files compressed, for ever', async () => {
      // when
      const { text, headers } = await server.nobody.get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });

      // then
      expect(text).toBe(script);
      expect(headers.get('content-encoding')).toBe('br');
      expect(headers.get('content-type')).toMatch(/javascript/);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    });

    it('its files plain to those who cannot read Brotli', async () => {
      // when
      const { text } = await server.nobody.get('/assets/main-1a2b.js', { 'accept-encoding': 'identity' });

      // then
      expect(text).toBe(script);
    });

    it.each([
      '/.secret',
      '/assets/../.secret',
      '/%2e%2e/package.json',
      '/..%2f..%2fetc/passwd',
      '/assets/main-1a2b.js.br',
      '/assets/%00.js',
    ])('and nothing else: %s', async (path) => {
      // then
      const { status, text } = await server.nobody.get(path);
      expect([status, text.includes('secret') || text.includes('root:')]).not.toContain(true);
      expect(status).not.toBe(500);
    });
  });
});
