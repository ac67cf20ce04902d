import { thrownBy } from '../errors/testing/thrown-by.ts';
import { signElement } from '../sessions/xml-signature.ts';
import { createIdentityProvider } from './identity-provider.ts';
import { personaPage } from './persona-page.ts';
import { provideSandboxKeys } from './sandbox-keys.ts';
import type { KeyPair } from './sandbox-keys.ts';
import { subjectOf } from './sandbox-routes.ts';
import { createTestDatabase } from '../database/test-database.ts';
import type { TestDatabase } from '../database/test-database.ts';

const issuer = 'http://localhost:3000';
const encode = (xml: string): string => Buffer.from(xml).toString('base64');

function requestOf(from: string, name = 'AuthnRequest'): string {
  const namespaces =
    'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
  return `<samlp:${name} ${namespaces} ID="_request" Version="2.0"><saml:Issuer>${from}</saml:Issuer></samlp:${name}>`;
}

describe('the sandbox’s identity provider', () => {
  let test: TestDatabase;
  let own: KeyPair;
  let service: KeyPair;

  beforeAll(async () => {
    test = await createTestDatabase();
    [own, service] = await Promise.all([
      provideSandboxKeys(test.database, 'identity-provider'),
      provideSandboxKeys(test.database, 'service-provider'),
    ]);
  }, 120_000);

  afterAll(() => test.close());

  const provider = () =>
    createIdentityProvider({
      issuer: `${issuer}/sandbox/idp`,
      keys: own,
      service: { issuer, acs: `${issuer}/saml/acs`, slo: `${issuer}/saml/slo`, publicKey: service.publicKey },
    });

  it('makes its keys once, and one pair for each part', async () => {
    // then
    expect(await provideSandboxKeys(test.database, 'identity-provider')).toEqual(own);
    expect(own.publicKey).not.toBe(service.publicKey);
  });

  it('gives all servers that start at once the same keys', async () => {
    // given
    await test.database.query('delete from sandbox_keys');

    // when
    const keys = await Promise.all([1, 2, 3].map(() => provideSandboxKeys(test.database, 'identity-provider')));

    // then
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
  });

  it('answers the service at its own address, whatever the request asks for', () => {
    // given
    const request = signElement(requestOf(issuer), 'AuthnRequest', service.privateKey);

    // when
    const { url, fields } = provider().answer(encode(request), { nameId: '2000000000007', attributes: {} });

    // then
    expect(url).toBe('http://localhost:3000/saml/acs');
    expect(Buffer.from(fields['SAMLResponse'] ?? '', 'base64').toString()).toContain('InResponseTo="_request"');
  });

  it.each<[string, () => string]>([
    ['a request that nobody signed', () => requestOf(issuer)],
    ['a request that somebody else signed', () => signElement(requestOf(issuer), 'AuthnRequest', own.privateKey)],
    ['a request of another service', () => signElement(requestOf('http://evil'), 'AuthnRequest', service.privateKey)],
    [
      'a request changed after signing',
      () => signElement(requestOf(issuer), 'AuthnRequest', service.privateKey).replace('_request', '_other'),
    ],
    ['another message', () => signElement(requestOf(issuer, 'LogoutRequest'), 'LogoutRequest', service.privateKey)],
    ['a document type', () => `<!DOCTYPE x>${requestOf(issuer)}`],
    ['no XML', () => 'hello'],
    ['nothing', () => ''],
  ])('refuses %s', (_name, request) => {
    // then
    expect(thrownBy(() => provider().answer(encode(request()), undefined))).toMatchObject({ status: 400 });
  });
});

describe('a persona', () => {
  const persona = {
    ...{
      key: 'librarian',
      roles: ['librarian'],
      idnp: '2000000000007',
      displayName: 'Rusu Ana Maria',
      job: '<b>chief</b>',
    },
    institution: { key: 'main-library', idno: null, name: 'Biblioteca "mare"' },
  };

  it('is asserted with names and roles as MPass writes them', () => {
    // then
    expect(subjectOf(persona)).toEqual({
      nameId: '2000000000007',
      attributes: { LastName: ['Rusu'], FirstName: ['Ana Maria'], Role: ['ESOCIAL.LIBRARIAN@main-library'] },
    });
  });

  it('is shown as text, whatever its names hold', () => {
    // when
    const page = personaPage([persona], '"><script>', 'nonce');

    // then
    expect(page).toContain('&lt;b&gt;chief&lt;/b&gt;');
    expect(page).not.toContain('<script>');
  });
});
