import type { SessionView } from '@esocial/contracts/generated/api-session.ts';
import type { SessionChangeRequest } from '@esocial/contracts/generated/api-session-change-request.ts';
import type { Actor } from '../access/actor.ts';
import type { RoleCatalogue } from '../access/role-catalogue.ts';
import type { Audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { InstitutionStore } from '../institutions/institution-store.ts';
import type { UserStore } from '../users/user-store.ts';
import type { SessionCookies } from './session-cookie.ts';
import type { SessionService } from './session-service.ts';

interface Dependencies {
  readonly database: Database;
  readonly sessions: SessionService;
  readonly cookies: SessionCookies;
  readonly users: UserStore;
  readonly institutions: InstitutionStore;
  readonly roles: RoleCatalogue;
  readonly audit: Audit;
  readonly environment: { readonly sandbox: boolean; readonly engine: 'embedded' | 'zeebe' };
}

/** The session of the caller: who they are, what they may do, where they are. */
export function createSessionRoutes(dependencies: Dependencies): Route[] {
  const { database, sessions, cookies, users, audit } = dependencies;
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/session',
      operationId: 'getSession',
      summary: 'Who is signed in, and what they may do',
      policy: 'signed-in',
      responses: { 200: contract('api-session') },
      handle: async ({ actor }) => ({ status: 200, body: await present(dependencies, actor) }),
    }),
    defineRoute({
      method: 'patch',
      path: '/api/v1/session',
      operationId: 'updateSession',
      summary: 'Changes the language of the person signed in',
      policy: 'signed-in',
      body: contract<SessionChangeRequest>('api-session-change-request'),
      responses: { 200: contract('api-session') },
      async handle({ actor, body: { language } }) {
        await database.transaction(async () => {
          await users.updateLanguage(actor.userId, language);
          await audit.record(actor, {
            verb: 'user.updated',
            objectType: 'user',
            objectId: actor.userId,
            fields: ['language'],
          });
        });
        return { status: 200, body: await present(dependencies, { ...actor, language }) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/session',
      operationId: 'endSession',
      summary: 'Signs out here',
      policy: 'signed-in',
      responses: { 204: null },
      async handle({ actor }) {
        await database.transaction(async () => {
          await sessions.end(actor.sessionId, 'sign-out');
          await audit.record(actor, { verb: 'session.ended', objectType: 'session', objectId: actor.sessionId });
        });
        return { status: 204, headers: { 'set-cookie': cookies.take() } };
      },
    }),
  ];
}

async function present({ institutions, roles, environment }: Dependencies, actor: Actor): Promise<SessionView> {
  const [institution, team, known] = await Promise.all([
    institutions.find(actor.institutionId),
    actor.teamId === null ? undefined : institutions.findTeamById(actor.teamId),
    roles.roles(),
  ]);
  return {
    user: {
      id: actor.userId,
      displayName: actor.displayName,
      roles: actor.roles.map((key) => {
        const role = known.get(key);
        return { key, title: role?.title[actor.language] ?? role?.title.ro ?? key, home: role?.home ?? 'worklist' };
      }),
      institution: { id: actor.institutionId, name: institution?.name ?? '' },
      ...(team && { team }),
      language: actor.language,
    },
    permissions: actor.permissions.map((permission) => ({ ...permission })),
    environment: { ...environment, serverTime: new Date().toISOString() },
  };
}
