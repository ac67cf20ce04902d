import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import type { Profile } from '@node-saml/node-saml';
import { DOMParser } from '@xmldom/xmldom';
import { AppError } from '../errors/app-error.ts';
import type { SamlSettings } from '../settings/settings.ts';
import type { SamlRequestStore } from './saml-request-store.ts';
import { describeService } from './saml-metadata.ts';
import { escapeMarkup, signElement } from './xml-signature.ts';

const MAX_RESPONSE_CHARACTERS = 256 * 1024;
const MAX_AGE_MS = 5 * 60_000;
const CLOCK_SKEW_MS = 5_000;
const REQUEST_MINUTES = 15;
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/** Who the identity provider says is there. */
export interface SamlSubject {
  readonly nameId: string;
  readonly sessionIndex: string | undefined;
  readonly roles: readonly string[];
  readonly requestId: string;
}

/** What a page posts to the identity provider. */
export interface SamlPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface SamlClient {
  /** A signed AuthnRequest, whose id is remembered. */
  createSignInRequest(): Promise<SamlPost & { requestId: string }>;
  /** The subject of an answer, after every check; undefined when the person cancelled. */
  readAnswer(samlResponse: string): Promise<SamlSubject | undefined>;
  createSignOutRequest(nameId: string, sessionIndex: string | null): SamlPost;
  /** The subject of a sign-out request that the identity provider signed. */
  readSignOutRequest(samlRequest: string): Promise<{ nameId: string; sessionIndex: string | undefined; id: string }>;
  createSignOutAnswer(inResponseTo: string): SamlPost;
  metadata(): string;
}

/** A refused assertion: why is for the log and the audit, the person reads only that it was refused. */
export class SignInRefusedError extends AppError {
  constructor(reason: string) {
    super('sign_in_refused', 403, reason);
  }
}

export function createSamlClient(
  settings: SamlSettings,
  publicUrl: string,
  requests: SamlRequestStore,
  now: () => number = Date.now,
): SamlClient {
  const acs = `${publicUrl}/saml/acs`;
  const slo = `${publicUrl}/saml/slo`;
  const saml = new SAML({
    callbackUrl: acs,
    logoutCallbackUrl: slo,
    entryPoint: settings.signInUrl,
    logoutUrl: settings.signOutUrl,
    issuer: settings.issuer,
    idpIssuer: settings.idpIssuer,
    audience: settings.issuer,
    idpCert: [...settings.idpCertificates],
    privateKey: settings.privateKey,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    authnRequestBinding: 'HTTP-POST',
    skipRequestCompression: true,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    acceptedClockSkewMs: CLOCK_SKEW_MS,
    maxAssertionAgeMs: MAX_AGE_MS,
    requestIdExpirationPeriodMs: REQUEST_MINUTES * 60_000,
    validateInResponseTo: ValidateInResponseTo.always,
    cacheProvider: createRequestCache(requests),
  });

  async function validate(samlResponse: string): Promise<Profile> {
    const result = await saml.validatePostResponseAsync({ SAMLResponse: samlResponse }).catch((error: Error) => {
      throw new SignInRefusedError(error.message);
    });
    if (!result.profile) throw new SignInRefusedError('The answer holds no assertion');
    return result.profile;
  }

  return {
    async createSignInRequest() {
      const { SAMLRequest } = await saml.getAuthorizeMessageAsync('', undefined, {});
      const request = typeof SAMLRequest === 'string' ? SAMLRequest : '';
      const requestId = parse(request).getAttribute('ID') ?? '';
      return { requestId, url: settings.signInUrl, fields: { SAMLRequest: request } };
    },
    async readAnswer(samlResponse) {
      const response = parse(samlResponse);
      const requestId = checkResponse(response, { destination: acs, issuer: settings.idpIssuer, now: now() });
      if (statusOf(response) !== SUCCESS) return undefined;
      const profile = await validate(samlResponse);
      checkConfirmation(profile, acs, requestId);
      if (profile.issuer !== settings.idpIssuer) throw new SignInRefusedError('The assertion is of another issuer');
      return { nameId: profile.nameID, sessionIndex: profile.sessionIndex, roles: rolesOf(profile), requestId };
    },
    createSignOutRequest(nameId, sessionIndex) {
      const index = sessionIndex ? `<samlp:SessionIndex>${escapeMarkup(sessionIndex)}</samlp:SessionIndex>` : '';
      const xml = message('LogoutRequest', `<saml:NameID>${escapeMarkup(nameId)}</saml:NameID>${index}`, '');
      return {
        url: settings.signOutUrl,
        fields: { SAMLRequest: encode(signElement(xml, 'LogoutRequest', settings.privateKey)) },
      };
    },
    async readSignOutRequest(samlRequest) {
      const { profile } = await saml.validatePostRequestAsync({ SAMLRequest: samlRequest }).catch((error: Error) => {
        throw new SignInRefusedError(error.message);
      });
      if (!profile?.ID) throw new SignInRefusedError('The sign-out request has no id');
      return { nameId: profile.nameID, sessionIndex: profile.sessionIndex, id: profile.ID };
    },
    createSignOutAnswer(inResponseTo) {
      const status = `<samlp:Status><samlp:StatusCode Value="${SUCCESS}"/></samlp:Status>`;
      const xml = message('LogoutResponse', status, ` InResponseTo="${escapeMarkup(inResponseTo)}"`);
      return {
        url: settings.signOutUrl,
        fields: { SAMLResponse: encode(signElement(xml, 'LogoutResponse', settings.privateKey)) },
      };
    },
    metadata: () => describeService(settings, { acs, slo }),
  };

  function message(name: string, content: string, attributes: string): string {
    const id = `_${crypto.randomUUID()}`;
    return `<samlp:${name} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${new Date(now()).toISOString()}" Destination="${escapeMarkup(settings.signOutUrl)}"${attributes}><saml:Issuer>${escapeMarkup(settings.issuer)}</saml:Issuer>${content}</samlp:${name}>`;
  }
}

/** node-saml asks for the ids of open requests here; they are used up by the sign-in service, in its unit of work. */
function createRequestCache(requests: SamlRequestStore) {
  return {
    async saveAsync(id: string, value: string) {
      await requests.insert(id);
      return { value, createdAt: Date.now() };
    },
    getAsync: async (id: string) => (await requests.findCreatedAt(id))?.toISOString() ?? null,
    removeAsync: async (id: string | null) => id,
  };
}

function encode(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

/** The root element of a message. A DOCTYPE, which could define entities, is refused before anything parses it. */
function parse(message: string): Element {
  if (message.length > MAX_RESPONSE_CHARACTERS) throw new SignInRefusedError('The message is too large');
  const xml = Buffer.from(message, 'base64').toString('utf8');
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new SignInRefusedError('The message has a DOCTYPE');
  try {
    const root = new DOMParser({ errorHandler: refuseXml }).parseFromString(xml, 'text/xml')
      .documentElement as Element | null;
    if (root) return root;
  } catch (error) {
    throw new SignInRefusedError(`The message is not XML: ${(error as Error).message.split('\n')[0]}`);
  }
  throw new SignInRefusedError('The message is empty');
}

function refuseXml(_level: string, problem: string): never {
  throw new Error(problem);
}

interface Expected {
  readonly destination: string;
  readonly issuer: string;
  readonly now: number;
}

/** What node-saml leaves unchecked of the Response: version, destination, issue instant, issuer. Returns InResponseTo. */
function checkResponse(response: Element, { destination, issuer, now }: Expected): string {
  if (response.localName !== 'Response') throw new SignInRefusedError('The message is no Response');
  if (response.getAttribute('Version') !== '2.0') throw new SignInRefusedError('The Response is not of SAML 2.0');
  if (response.getAttribute('Destination') !== destination)
    throw new SignInRefusedError('The Response was meant for another address');
  const issuedAt = Date.parse(response.getAttribute('IssueInstant') ?? '');
  if (Number.isNaN(issuedAt)) throw new SignInRefusedError('The Response has no issue instant');
  if (issuedAt > now + CLOCK_SKEW_MS) throw new SignInRefusedError('The Response was issued in the future');
  if (issuedAt < now - MAX_AGE_MS) throw new SignInRefusedError('The Response is too old');
  const issuers = children(response, 'Issuer');
  if (issuers.length !== 1 || issuers[0]?.textContent !== issuer)
    throw new SignInRefusedError('The Response is of another issuer');
  const inResponseTo = response.getAttribute('InResponseTo');
  if (!inResponseTo) throw new SignInRefusedError('The Response answers no request');
  return inResponseTo;
}

function statusOf(response: Element): string | null {
  const [status] = children(response, 'Status');
  const [code] = status ? children(status, 'StatusCode') : [];
  return code?.getAttribute('Value') ?? null;
}

function children(parent: Element, localName: string): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => (node as Element).localName === localName);
}

interface ParsedAssertion {
  readonly Assertion?: {
    readonly Conditions?: readonly unknown[];
    readonly AuthnStatement?: readonly unknown[];
    readonly Subject?: readonly { readonly SubjectConfirmation?: readonly Confirmation[] }[];
  };
}

interface Confirmation {
  readonly SubjectConfirmationData?: readonly { readonly $?: Readonly<Record<string, string>> }[];
}

/** The bearer must have been confirmed for our address and our request; node-saml tolerates that being absent. */
function checkConfirmation(profile: Profile, recipient: string, requestId: string): void {
  const assertion = (profile.getAssertion?.() as ParsedAssertion | undefined)?.Assertion;
  if (!assertion?.Conditions) throw new SignInRefusedError('The assertion has no conditions');
  if (!assertion.AuthnStatement) throw new SignInRefusedError('The assertion does not say how the person signed in');
  const data = assertion.Subject?.[0]?.SubjectConfirmation?.[0]?.SubjectConfirmationData?.[0]?.$;
  if (!data?.['NotOnOrAfter']) throw new SignInRefusedError('The assertion’s confirmation does not end');
  if (data['Recipient'] !== recipient) throw new SignInRefusedError('The assertion was meant for another recipient');
  if (data['InResponseTo'] !== requestId) throw new SignInRefusedError('The assertion answers another request');
}

function rolesOf(profile: Profile): string[] {
  const attributes = profile['attributes'] as Record<string, unknown> | undefined;
  const value = attributes?.['Role'];
  return (Array.isArray(value) ? value : [value]).filter((role): role is string => typeof role === 'string');
}
