import type { Audit } from '../audit/audit.ts';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import { BadRequestError } from '../errors/app-error.ts';
import { defineRoute, queryOf } from '../http/route.ts';
import type { Route, RouteReply } from '../http/route.ts';
import type { SamlClient, SamlPost } from './saml-client.ts';
import { postingPage } from './saml-pages.ts';
import type { SessionCookies } from './session-cookie.ts';
import type { SessionService } from './session-service.ts';
import type { SessionStore } from './session-store.ts';
import type { SignInService } from './sign-in-service.ts';

interface Dependencies {
  readonly database: Database;
  readonly saml: SamlClient;
  readonly signIn: SignInService;
  readonly sessions: SessionService;
  readonly store: SessionStore;
  readonly cookies: SessionCookies;
  readonly audit: Audit;
}

const FORM = 'application/x-www-form-urlencoded';
const html = { 'content-type': 'text/html; charset=utf-8' };

function page(post: SamlPost, nonce: string, cookies: readonly string[] = []): RouteReply {
  return { status: 200, body: postingPage(post, nonce), headers: { ...html, 'set-cookie': cookies } };
}

function redirect(location: string, cookies: readonly string[] = []): RouteReply {
  return { status: 303, headers: { location, 'set-cookie': cookies } };
}

function fieldOf(body: unknown, name: string): string | undefined {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The endpoints of the SAML profile: sign-in, its answer, sign-out in both directions, our metadata. */
export function createSamlRoutes({ database, saml, signIn, sessions, store, cookies, audit }: Dependencies): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/saml/sign-in',
      operationId: 'beginSignIn',
      summary: 'Begins a sign-in: a page that posts the request to the identity provider',
      policy: 'public',
      query: queryOf<{ returnTo?: string }>({ returnTo: { type: 'string', maxLength: 500 } }),
      responses: { 200: null },
      async handle({ query, nonce }) {
        const request = await signIn.begin(query.returnTo);
        return page(request, nonce, [cookies.giveSignIn(request.requestId)]);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/saml/acs',
      operationId: 'finishSignIn',
      summary: 'Takes the identity provider’s answer and opens the session',
      policy: 'public',
      crossSite: true,
      consumes: FORM,
      responses: { 303: null },
      async handle({ body, raw }) {
        const answer = fieldOf(body, 'SAMLResponse');
        if (!answer) throw new BadRequestError('malformed_body', 'The form has no SAMLResponse');
        const signedIn = await signIn.finish(answer, cookies.readSignIn(raw));
        if (!signedIn) return redirect('/', [cookies.takeSignIn()]);
        return redirect(signedIn.returnTo, [cookies.give(signedIn.token), cookies.takeSignIn()]);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/saml/sign-out',
      operationId: 'beginSignOut',
      summary: 'Ends the session here and at the identity provider',
      policy: 'signed-in',
      consumes: FORM,
      responses: { 200: null },
      async handle({ actor, nonce }) {
        const names = await store.findNames(actor.sessionId);
        await database.transaction(async () => {
          await sessions.end(actor.sessionId, 'sign-out');
          await audit.record(actor, { verb: 'session.ended', objectType: 'session', objectId: actor.sessionId });
        });
        if (!names) return redirect('/', [cookies.take()]);
        return page(saml.createSignOutRequest(names.nameId, names.sessionIndex), nonce, [cookies.take()]);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/saml/slo',
      operationId: 'answerSignOut',
      summary: 'Takes the identity provider’s sign-out request, or its answer to ours',
      policy: 'public',
      crossSite: true,
      consumes: FORM,
      responses: { 200: null, 303: null },
      async handle({ body, nonce }) {
        const request = fieldOf(body, 'SAMLRequest');
        // Any site can post here: only a signed request ends a session, and our own sign-out has ended its already.
        if (!request) return redirect('/');
        const { nameId, sessionIndex, id } = await saml.readSignOutRequest(request);
        await database.transaction(async () => {
          for (const ended of await store.endByNameId(nameId, sessionIndex)) {
            const actor = { ...systemActor('identity-provider'), userId: ended.userId, sessionId: ended.id };
            await audit.record(actor, {
              verb: 'session.ended',
              objectType: 'session',
              objectId: ended.id,
              reason: 'identity-provider',
            });
          }
        });
        return page(saml.createSignOutAnswer(id), nonce, [cookies.take()]);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/saml/metadata',
      operationId: 'getSamlMetadata',
      summary: 'What the identity provider must know of this service',
      policy: 'public',
      responses: { 200: null },
      handle: async () => ({
        status: 200,
        body: saml.metadata(),
        headers: { 'content-type': 'application/samlmetadata+xml' },
      }),
    }),
  ];
}
