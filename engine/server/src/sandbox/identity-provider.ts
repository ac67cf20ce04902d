import { randomUUID } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { BadRequestError } from '../errors/app-error.ts';
import type { SamlPost } from '../sessions/saml-client.ts';
import { escapeMarkup, signElement } from '../sessions/xml-signature.ts';
import type { KeyPair } from './sandbox-keys.ts';

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const RESPONDER = 'urn:oasis:names:tc:SAML:2.0:status:Responder';
const NAMESPACES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';

/** Whom an assertion is about. */
export interface Subject {
  /** IDNP. */
  readonly nameId: string;
  /** Values by attribute name. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** What an assertion says, before it is signed: tests spoil one of these to see it refused. */
export interface AssertionFacts {
  readonly issuer: string;
  readonly audience: string;
  readonly destination: string;
  readonly recipient: string;
  readonly inResponseTo: string;
  readonly issuedAt: Date;
  readonly notBefore: Date;
  readonly notOnOrAfter: Date;
}

export interface IdentityProvider {
  /** Answers a sign-in request as that subject; without one, as somebody who cancelled. */
  answer(samlRequest: string, subject: Subject | undefined): SamlPost;
  answerSignOut(samlRequest: string): SamlPost;
}

interface Options {
  readonly issuer: string;
  readonly keys: KeyPair;
  /** The only service that this provider serves. */
  readonly service: { readonly issuer: string; readonly acs: string; readonly slo: string; readonly publicKey: string };
  readonly now?: () => number;
}

/** The sandbox's SAML 2.0 identity provider: it signs what MPass would sign, for personas instead of people. */
export function createIdentityProvider({ issuer, keys, service, now = Date.now }: Options): IdentityProvider {
  return {
    answer(samlRequest, subject) {
      const request = readRequest(samlRequest, 'AuthnRequest', service.publicKey);
      if (issuerOf(request) !== service.issuer)
        throw new BadRequestError('unknown_service', 'The request is of an unknown service');
      const facts: AssertionFacts = {
        issuer,
        audience: service.issuer,
        destination: service.acs,
        recipient: service.acs,
        inResponseTo: request.getAttribute('ID') ?? '',
        issuedAt: new Date(now()),
        notBefore: new Date(now() - 5_000),
        notOnOrAfter: new Date(now() + 5 * 60_000),
      };
      const xml = subject
        ? signResponse(buildResponse(facts, subject), keys.privateKey)
        : buildRefusal(facts, keys.privateKey);
      return { url: service.acs, fields: { SAMLResponse: encode(xml) } };
    },
    answerSignOut(samlRequest) {
      const request = readRequest(samlRequest, 'LogoutRequest', service.publicKey);
      const inResponseTo = escapeMarkup(request.getAttribute('ID') ?? '');
      const head = `ID="_${randomUUID()}" Version="2.0" IssueInstant="${new Date(now()).toISOString()}"`;
      const xml = `<samlp:LogoutResponse ${NAMESPACES} ${head} Destination="${escapeMarkup(service.slo)}" InResponseTo="${inResponseTo}"><saml:Issuer>${escapeMarkup(issuer)}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${SUCCESS}"/></samlp:Status></samlp:LogoutResponse>`;
      return {
        url: service.slo,
        fields: { SAMLResponse: encode(signElement(xml, 'LogoutResponse', keys.privateKey)) },
      };
    },
  };
}

/** A Response with one Assertion, unsigned. */
export function buildResponse(facts: AssertionFacts, { nameId, attributes }: Subject): string {
  const at = facts.issuedAt.toISOString();
  const until = facts.notOnOrAfter.toISOString();
  const text = escapeMarkup;
  const statements = Object.entries(attributes).map(
    ([name, values]) =>
      `<saml:Attribute Name="${text(name)}">${values.map((value) => `<saml:AttributeValue>${text(value)}</saml:AttributeValue>`).join('')}</saml:Attribute>`,
  );
  return [
    `<samlp:Response ${NAMESPACES} ID="_${randomUUID()}" Version="2.0" IssueInstant="${at}" Destination="${text(facts.destination)}" InResponseTo="${text(facts.inResponseTo)}">`,
    `<saml:Issuer>${text(facts.issuer)}</saml:Issuer>`,
    `<samlp:Status><samlp:StatusCode Value="${SUCCESS}"/></samlp:Status>`,
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" Version="2.0" IssueInstant="${at}">`,
    `<saml:Issuer>${text(facts.issuer)}</saml:Issuer>`,
    `<saml:Subject><saml:NameID>${text(nameId)}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${text(facts.recipient)}" InResponseTo="${text(facts.inResponseTo)}"/></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${facts.notBefore.toISOString()}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${text(facts.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${at}" SessionIndex="_${randomUUID()}" SessionNotOnOrAfter="${until}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
    `<saml:AttributeStatement>${statements.join('')}</saml:AttributeStatement>`,
    '</saml:Assertion></samlp:Response>',
  ].join('');
}

/** Signs the assertion, then the response around it. */
export function signResponse(xml: string, privateKey: string): string {
  return signElement(signElement(xml, 'Assertion', privateKey), 'Response', privateKey);
}

function buildRefusal(facts: AssertionFacts, privateKey: string): string {
  const xml = `<samlp:Response ${NAMESPACES} ID="_${randomUUID()}" Version="2.0" IssueInstant="${facts.issuedAt.toISOString()}" Destination="${escapeMarkup(facts.destination)}" InResponseTo="${escapeMarkup(facts.inResponseTo)}"><saml:Issuer>${escapeMarkup(facts.issuer)}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${RESPONDER}"/></samlp:Status></samlp:Response>`;
  return signElement(xml, 'Response', privateKey);
}

function encode(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

/** The root of a request that the service signed. */
function readRequest(message: string, name: string, publicKey: string): Element {
  const xml = Buffer.from(message, 'base64').toString('utf8');
  const refuse = (reason: string): never => {
    throw new BadRequestError('malformed_saml_request', `The SAML request is refused: ${reason}`);
  };
  if (/<!DOCTYPE/i.test(xml)) refuse('it has a DOCTYPE');
  const document = new DOMParser({
    errorHandler: (_level: string, problem: string) => refuse(problem.split('\n')[0] ?? ''),
  }).parseFromString(xml, 'text/xml');
  const root = document.documentElement as Element | null;
  if (root?.localName !== name) return refuse(`it is no ${name}`);
  const signature = Array.from(root.childNodes).find((node) => (node as Element).localName === 'Signature');
  if (!signature) return refuse('it is not signed');
  if (!isSigned(xml, signature, publicKey)) refuse('its signature does not fit');
  return root;
}

/** xml-crypto answers a wrong signature with false or by throwing, depending on what is wrong with it. */
function isSigned(xml: string, signature: ChildNode, publicKey: string): boolean {
  const verifier = new SignedXml({ publicCert: publicKey });
  try {
    verifier.loadSignature(signature);
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
}

function issuerOf(root: Element): string | null | undefined {
  return Array.from(root.childNodes).find((node) => (node as Element).localName === 'Issuer')?.textContent;
}
