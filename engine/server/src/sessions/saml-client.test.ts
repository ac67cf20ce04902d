import { generateKeyPairSync } from 'node:crypto';
import { buildResponse, createIdentityProvider, signResponse } from '../sandbox/identity-provider.ts';
import type { AssertionFacts } from '../sandbox/identity-provider.ts';
import { createSamlClient } from './saml-client.ts';
import type { SamlRequestStore } from './saml-request-store.ts';
import { signElement } from './xml-signature.ts';

const publicUrl = 'https://esocial.example.md';
const acs = `${publicUrl}/saml/acs`;
const idpIssuer = 'https://mpass.example.md';

function generateKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

const idpKeys = generateKeys();
const otherKeys = generateKeys();
const serviceKeys = generateKeys();

/** Requests in memory; that they are used once is the database's part, tested there. */
function createFakeRequests(): SamlRequestStore {
  const made = new Map<string, Date>();
  return {
    insert: async (id) => void made.set(id, new Date()),
    setReturnTo: async () => undefined,
    findCreatedAt: async (id) => made.get(id),
    take: async (id) => (made.delete(id) ? { returnTo: null } : undefined),
    removeExpired: async () => undefined,
  };
}

const settings = {
  issuer: publicUrl,
  idpIssuer,
  signInUrl: `${idpIssuer}/login/saml`,
  signOutUrl: `${idpIssuer}/logout/saml`,
  idpCertificates: [otherKeys.publicKey, idpKeys.publicKey],
  privateKey: serviceKeys.privateKey,
};
const client = createSamlClient({ ...settings, idpCertificates: [idpKeys.publicKey] }, publicUrl, createFakeRequests());

const subject = { nameId: '2000000000007', attributes: { Role: ['ESOCIAL.CASE_MANAGER@1006601000037'] } };

async function goodFacts(): Promise<AssertionFacts> {
  const { requestId } = await client.createSignInRequest();
  return {
    issuer: idpIssuer,
    audience: publicUrl,
    destination: acs,
    recipient: acs,
    inResponseTo: requestId,
    issuedAt: new Date(),
    notBefore: new Date(Date.now() - 1000),
    notOnOrAfter: new Date(Date.now() + 60_000),
  };
}

const encode = (xml: string): string => Buffer.from(xml).toString('base64');
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

describe('createSamlClient', () => {
  it('asks with a signed AuthnRequest as MPass wants it', async () => {
    // when
    const { fields, requestId, url } = await client.createSignInRequest();

    // then
    const xml = Buffer.from(fields['SAMLRequest'] ?? '', 'base64').toString();
    expect(url).toBe('https://mpass.example.md/login/saml');
    expect(xml).toContain(`ID="${requestId}"`);
    expect(xml).toContain(`AssertionConsumerServiceURL="${acs}"`);
    expect(xml).toMatch(/<samlp:NameIDPolicy [^>]*AllowCreate="true"\/>/);
    expect(xml).toMatch(/<(\w+:)?SignatureValue/);
  });

  it('reads the subject of a good answer', async () => {
    // given
    const facts = await goodFacts();

    // when
    const answer = await client.readAnswer(encode(signResponse(buildResponse(facts, subject), idpKeys.privateKey)));

    // then
    expect(answer).toEqual({
      nameId: '2000000000007',
      sessionIndex: expect.stringMatching(/^_/),
      roles: ['ESOCIAL.CASE_MANAGER@1006601000037'],
      requestId: facts.inResponseTo,
    });
  });

  it('takes an answer signed with either key while the identity provider changes its key', async () => {
    // given
    const requests = createFakeRequests();
    const both = createSamlClient(settings, publicUrl, requests);
    const facts = await goodFacts();
    await requests.insert(facts.inResponseTo);

    // when
    const answers = [idpKeys, otherKeys].map(({ privateKey }) =>
      both.readAnswer(encode(signResponse(buildResponse(facts, subject), privateKey))),
    );

    // then
    expect(await Promise.all(answers)).toEqual([
      expect.objectContaining(subjectIs()),
      expect.objectContaining(subjectIs()),
    ]);
  });

  it('gives nobody when the person cancelled', async () => {
    // given
    const { fields } = await client.createSignInRequest();
    const provider = createIdentityProvider({
      issuer: idpIssuer,
      keys: idpKeys,
      service: { issuer: publicUrl, acs, slo: `${publicUrl}/saml/slo`, publicKey: serviceKeys.publicKey },
    });

    // when
    const cancelled = provider.answer(fields['SAMLRequest'] ?? '', undefined);

    // then
    expect(await client.readAnswer(cancelled.fields['SAMLResponse'] ?? '')).toBeUndefined();
  });

  describe('refuses facts that do not fit:', () => {
    it.each<[string, Partial<AssertionFacts>, string | RegExp]>([
      ['another audience', { audience: 'https://other.example.md' }, /audience/i],
      ['another destination', { destination: 'https://other.example.md/acs' }, 'another address'],
      ['another recipient', { recipient: 'https://other.example.md/acs' }, 'another recipient'],
      ['another issuer', { issuer: 'https://evil.example.md' }, 'another issuer'],
      ['a request that nobody made', { inResponseTo: '_unknown' }, /InResponseTo/],
      ['no request', { inResponseTo: '' }, 'answers no request'],
      ['an assertion that has ended', { notOnOrAfter: minutes(-1) }, /.+/],
      ['an assertion that has not begun', { notBefore: minutes(2) }, /.+/],
      ['an old response', { issuedAt: minutes(-20) }, 'too old'],
      ['a response of the future', { issuedAt: minutes(3) }, 'in the future'],
    ])('%s', async (_name, wrong, reason) => {
      // given
      const facts = { ...(await goodFacts()), ...wrong };

      // when
      const answer = client.readAnswer(encode(signResponse(buildResponse(facts, subject), idpKeys.privateKey)));

      // then
      await expect(answer).rejects.toThrow(reason);
      await expect(answer).rejects.toMatchObject({ code: 'sign_in_refused', status: 403 });
    });
  });

  describe('refuses signatures that do not hold:', () => {
    const evil = (xml: string): string => xml.replaceAll('2000000000007', '2000000000014');
    const signed = (xml: string): string => signResponse(xml, idpKeys.privateKey);
    const assertionOf = (xml: string): string => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
    const withoutSignature = (xml: string): string => xml.replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, '');
    const anotherId = (xml: string): string => xml.replace(/ID="_[^"]+"/, 'ID="_evil"');

    const attacks: [string, (xml: string) => string][] = [
      ['none at all', (xml) => xml],
      ['only the assertion is signed', (xml) => signElement(xml, 'Assertion', idpKeys.privateKey)],
      ['only the response is signed', (xml) => signElement(xml, 'Response', idpKeys.privateKey)],
      ['an unknown key', (xml) => signResponse(xml, otherKeys.privateKey)],
      ['content changed after signing', (xml) => evil(signed(xml))],
      [
        'an attribute of the response changed after signing',
        (xml) => signed(xml).replace(/IssueInstant="[^"]+"/, `IssueInstant="${new Date().toISOString()}"`),
      ],
      [
        'a role added after signing',
        (xml) =>
          signed(xml).replace(
            '</saml:AttributeStatement>',
            '<saml:Attribute Name="Role"><saml:AttributeValue>ESOCIAL.ADMIN@1</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
          ),
      ],
      [
        'XSW: a forged response around the signed one, in its signature',
        (xml) => {
          const original = signed(xml);
          return anotherId(evil(original)).replace(
            '</ds:Signature>',
            `<ds:Object>${original}</ds:Object></ds:Signature>`,
          );
        },
      ],
      [
        'XSW: a forged response around the signed one, as its child',
        (xml) => {
          const original = signed(xml);
          return anotherId(withoutSignature(evil(original))).replace(
            '</samlp:Response>',
            `${original}</samlp:Response>`,
          );
        },
      ],
      [
        'XSW: a forged assertion before the signed one',
        (xml) => {
          const original = signed(xml);
          return original.replace(
            '<saml:Assertion',
            `${anotherId(withoutSignature(evil(assertionOf(original))))}<saml:Assertion`,
          );
        },
      ],
      [
        'XSW: a forged assertion after the signed one',
        (xml) => {
          const original = signed(xml);
          return original.replace(
            '</samlp:Response>',
            `${anotherId(withoutSignature(evil(assertionOf(original))))}</samlp:Response>`,
          );
        },
      ],
      [
        'XSW: the signed assertion within a forged one',
        (xml) => {
          const original = signElement(xml, 'Assertion', idpKeys.privateKey);
          const inner = assertionOf(original);
          const outer = anotherId(withoutSignature(evil(inner))).replace(
            '</saml:Assertion>',
            `${inner}</saml:Assertion>`,
          );
          return original.replace(inner, outer);
        },
      ],
      [
        'XSW: the signed assertion in an Extensions element',
        (xml) => {
          const original = signed(xml);
          const inner = assertionOf(original);
          const forged = anotherId(withoutSignature(evil(inner)));
          return original
            .replace(inner, forged)
            .replace('<samlp:Status>', `<samlp:Extensions>${inner}</samlp:Extensions><samlp:Status>`);
        },
      ],
      [
        'two elements with the signed id',
        (xml) => signed(xml).replace('<samlp:Status>', '<samlp:Extensions ID="_x"/><samlp:Status>'),
      ],
    ];

    it.each(attacks)('%s', async (_name, attack) => {
      // given
      const xml = buildResponse(await goodFacts(), subject);

      // when
      const answer = client.readAnswer(encode(attack(xml)));

      // then
      await expect(answer).rejects.toMatchObject({ code: 'sign_in_refused' });
    });

    it('never reads past a comment in the name of the subject', async () => {
      // given
      const xml = buildResponse(await goodFacts(), { ...subject, nameId: '2000000000007x' });

      // when
      const commented = signed(xml).replace('2000000000007x', '2000000000007<!-- -->x');

      // then
      await expect(client.readAnswer(encode(commented)).then((answer) => answer?.nameId)).resolves.toBe(
        '2000000000007x',
      );
    });
  });

  it.each([
    ['nothing', ''],
    ['no XML', encode('hello')],
    ['another document', encode('<html/>')],
    ['a DOCTYPE', encode('<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>')],
    ['a huge message', 'A'.repeat(400_000)],
  ])('refuses %s', async (_name, message) => {
    // then
    await expect(client.readAnswer(message)).rejects.toMatchObject({ code: 'sign_in_refused', status: 403 });
  });

  it('describes itself to the identity provider', () => {
    // then
    expect(client.metadata()).toContain(`Location="${acs}"`);
    expect(client.metadata()).toMatch(/<ds:Modulus>[\w+/=]{300,}<\/ds:Modulus><ds:Exponent>AQAB</);
  });
});

function subjectIs() {
  return { nameId: subject.nameId };
}
