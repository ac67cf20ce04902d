import { systemActor } from '../access/actor.ts';
import type { RoleCatalogue } from '../access/role-catalogue.ts';
import type { Audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import { AppError } from '../errors/app-error.ts';
import type { InstitutionStore } from '../institutions/institution-store.ts';
import type { UserStore } from '../users/user-store.ts';
import { parseGrantedRole } from './role-attribute.ts';
import { SignInRefusedError } from './saml-client.ts';
import type { SamlClient, SamlPost, SamlSubject } from './saml-client.ts';
import type { SamlRequestStore } from './saml-request-store.ts';
import type { SessionService } from './session-service.ts';

export interface SignedIn {
  readonly token: string;
  readonly returnTo: string;
}

export interface SignInService {
  /** Begins a sign-in that ends at `returnTo`, an address of ours. */
  begin(returnTo: string | undefined): Promise<SamlPost & { requestId: string }>;
  /**
   * Ends it with the identity provider's answer; `requestId` is the sign-in that this browser began. Undefined when
   * the person cancelled.
   */
  finish(samlResponse: string, requestId: string | undefined): Promise<SignedIn | undefined>;
}

interface Dependencies {
  readonly database: Database;
  readonly saml: SamlClient;
  readonly requests: SamlRequestStore;
  readonly sessions: SessionService;
  readonly users: UserStore;
  readonly institutions: InstitutionStore;
  readonly roles: RoleCatalogue;
  readonly audit: Audit;
}

export function createSignInService(dependencies: Dependencies): SignInService {
  const { database, saml, requests, sessions, users, audit } = dependencies;

  async function openSession(subject: SamlSubject): Promise<SignedIn> {
    const request = await requests.take(subject.requestId);
    if (!request) throw new SignInRefusedError('The request was already answered');
    const user = await users.findByIdnp(subject.nameId);
    if (!user?.active) throw new AppError('unknown_user', 403, 'The assertion names nobody who may work here');
    const { institutionId, roles } = await chooseRoles(dependencies, subject.roles, user.institutionId);
    const { sessionId, token } = await sessions.open({
      userId: user.id,
      roles,
      institutionId,
      nameId: subject.nameId,
      sessionIndex: subject.sessionIndex,
    });
    await audit.record(
      { ...systemActor('sign-in'), userId: user.id, sessionId },
      { verb: 'session.opened', objectType: 'session', objectId: sessionId, reason: roles.join(',') },
    );
    return { token, returnTo: request.returnTo ?? '/' };
  }

  return {
    async begin(returnTo) {
      const request = await saml.createSignInRequest();
      await requests.setReturnTo(request.requestId, safeReturn(returnTo));
      return request;
    },
    async finish(samlResponse, requestId) {
      try {
        const subject = await saml.readAnswer(samlResponse);
        if (!subject) return undefined;
        if (subject.requestId !== requestId) throw new SignInRefusedError('The sign-in was begun in another browser');
        return await database.transaction(() => openSession(subject));
      } catch (error) {
        if (error instanceof AppError) {
          await outsideUnitOfWork(() =>
            audit.record(systemActor('sign-in'), {
              verb: 'session.refused',
              objectType: 'session',
              reason: error.message,
            }),
          );
        }
        throw error;
      }
    },
  };
}

/**
 * The roles of the assertion in one institution: the user's own when they have one there, else the first named. An
 * unknown role or institution refuses the sign-in, because it means that MPass and eSocial disagree.
 */
async function chooseRoles(
  { roles: catalogue, institutions }: Dependencies,
  values: readonly string[],
  ownInstitutionId: string,
): Promise<{ institutionId: string; roles: string[] }> {
  const known = await catalogue.roles();
  const byInstitution = new Map<string, string[]>();
  for (const value of values) {
    const granted = parseGrantedRole(value);
    const institution = granted && (await institutions.findByIdnoOrKey(granted.institution));
    if (!granted || !institution || !known.has(granted.role)) {
      throw new AppError('unknown_role', 403, `The assertion grants ${value}, which does not exist here`);
    }
    byInstitution.set(institution.id, [...(byInstitution.get(institution.id) ?? []), granted.role]);
  }
  const institutionId = byInstitution.has(ownInstitutionId) ? ownInstitutionId : [...byInstitution.keys()][0];
  const roles = institutionId === undefined ? undefined : byInstitution.get(institutionId);
  if (institutionId === undefined || !roles) throw new AppError('unknown_role', 403, 'The assertion grants no role');
  return { institutionId, roles };
}

/** Only a path of ours: anything else would make the sign-in an open redirect. */
export function safeReturn(returnTo: string | undefined): string {
  return returnTo && /^\/(?![/\\])[^\\\s]*$/.test(returnTo) && returnTo.length <= 500 ? returnTo : '/';
}
