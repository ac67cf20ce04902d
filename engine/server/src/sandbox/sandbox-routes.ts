import type { SandboxSignInRequest } from '@esocial/contracts/generated/api-sandbox-sign-in-request.ts';
import { AppError, BadRequestError } from '../errors/app-error.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { formatGrantedRole } from '../sessions/role-attribute.ts';
import { postingPage } from '../sessions/saml-pages.ts';
import type { SessionCookies } from '../sessions/session-cookie.ts';
import type { SignInService } from '../sessions/sign-in-service.ts';
import type { Persona, PersonaStore } from '../users/persona-store.ts';
import type { IdentityProvider, Subject } from './identity-provider.ts';
import { personaPage } from './persona-page.ts';

interface Dependencies {
  readonly identityProvider: IdentityProvider;
  readonly personas: PersonaStore;
  readonly signIn: SignInService;
  readonly cookies: SessionCookies;
}

const FORM = 'application/x-www-form-urlencoded';
const html = { 'content-type': 'text/html; charset=utf-8' };

/** What the sandbox's identity provider asserts of a persona. */
export function subjectOf({ idnp, roles, displayName, institution }: Persona): Subject {
  const [lastName = '', ...firstNames] = displayName.split(' ');
  const at = institution.idno ?? institution.key;
  return {
    nameId: idnp,
    attributes: {
      FirstName: [firstNames.join(' ')],
      LastName: [lastName],
      Role: roles.map((role) => formatGrantedRole({ role, institution: at })),
    },
  };
}

/** The sandbox's identity provider and its short cut for scripts. Not there in production. */
export function createSandboxRoutes({ identityProvider, personas, signIn, cookies }: Dependencies): Route[] {
  async function getPersona(key: string): Promise<Persona> {
    const persona = await personas.find(key);
    if (!persona)
      throw new AppError('unknown_persona', 404, `There is no persona ${key}`, { persona: key.slice(0, 80) });
    return persona;
  }

  return [
    defineRoute({
      method: 'post',
      path: '/sandbox/idp',
      operationId: 'choosePersona',
      summary: 'The sandbox’s sign-in page',
      policy: 'sandbox',
      consumes: FORM,
      responses: { 200: null },
      async handle({ body, nonce }) {
        const { SAMLRequest } = formOf(body);
        if (!SAMLRequest) throw new BadRequestError('malformed_body', 'The form has no SAMLRequest');
        return { status: 200, body: personaPage(await personas.list(), SAMLRequest, nonce), headers: html };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/sandbox/idp/assertions',
      operationId: 'assertPersona',
      summary: 'Signs an assertion about the chosen persona',
      policy: 'sandbox',
      consumes: FORM,
      responses: { 200: null },
      async handle({ body, nonce }) {
        const { SAMLRequest = '', persona } = formOf(body);
        const subject = persona === undefined ? undefined : subjectOf(await getPersona(persona));
        return { status: 200, body: postingPage(identityProvider.answer(SAMLRequest, subject), nonce), headers: html };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/sandbox/idp/sign-out',
      operationId: 'signOutPersona',
      summary: 'Answers the service’s sign-out request',
      policy: 'sandbox',
      consumes: FORM,
      responses: { 200: null, 303: null },
      async handle({ body, nonce }) {
        const { SAMLRequest } = formOf(body);
        // An answer to a sign-out that this provider began ends there.
        if (!SAMLRequest) return { status: 303, headers: { location: '/' } };
        return { status: 200, body: postingPage(identityProvider.answerSignOut(SAMLRequest), nonce), headers: html };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/sandbox/personas',
      operationId: 'listPersonas',
      summary: 'The personas as whom the sandbox signs in',
      policy: 'sandbox',
      responses: { 200: null },
      async handle() {
        const items = (await personas.list()).map(({ key, displayName, job, institution, roles }) => ({
          ...{ key, displayName, job, roles },
          institution: institution.name,
        }));
        return { status: 200, body: { items } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/sandbox/sign-in',
      operationId: 'signInAsPersona',
      summary: 'Walks the SAML round trip as a persona and answers with the session’s cookie',
      policy: 'sandbox',
      body: contract<SandboxSignInRequest>('api-sandbox-sign-in-request'),
      responses: { 200: null },
      async handle({ body: { persona } }) {
        const subject = subjectOf(await getPersona(persona));
        const request = await signIn.begin('/');
        const { fields } = identityProvider.answer(request.fields['SAMLRequest'] ?? '', subject);
        const signedIn = await signIn.finish(fields['SAMLResponse'] ?? '', request.requestId);
        if (!signedIn) throw new AppError('sign_in_refused', 403, 'The sandbox cancelled its own sign-in');
        return { status: 200, body: { persona }, headers: { 'set-cookie': cookies.give(signedIn.token) } };
      },
    }),
  ];
}

function formOf(body: unknown): Readonly<Record<string, string | undefined>> {
  return (body ?? {}) as Record<string, string | undefined>;
}
