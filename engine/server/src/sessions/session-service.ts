import type { Actor } from '../access/actor.ts';
import { ACCESS_CHANNEL, DEFINITIONS_CHANNEL } from '../access/role-catalogue.ts';
import type { RoleCatalogue } from '../access/role-catalogue.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import type { SessionRow, SessionStore } from './session-store.ts';
import { hashToken, looksLikeToken, newSessionToken } from './session-token.ts';

const KEEP_MS = 5_000;
const MAX_KEPT = 5_000;
const TOUCH_EVERY_MS = 60_000;

export interface SessionSubject {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly institutionId: string;
  readonly nameId: string;
  readonly sessionIndex: string | undefined;
}

export interface SessionService {
  /** Opens a session in the current unit of work; the token is given once and stored nowhere. */
  open(subject: SessionSubject): Promise<{ sessionId: string; token: string }>;
  /** Who acts in the session of a token; undefined when it is unknown, ended, expired, or its user is suspended. */
  findActor(token: string | undefined): Promise<Actor | undefined>;
  end(sessionId: string, because: string): Promise<void>;
  /** Begins to hear what changes access, so that revocation works on the next request. */
  start(): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly store: SessionStore;
  readonly roles: RoleCatalogue;
  readonly hours: number;
  readonly idleMinutes: number;
  readonly now?: () => number;
}

interface Kept {
  readonly actor: Actor;
  readonly at: number;
  readonly expiresAt: number;
}

export function createSessionService({
  database,
  store,
  roles,
  hours,
  idleMinutes,
  now = Date.now,
}: Dependencies): SessionService {
  const kept = new Map<string, Kept>();
  const subtrees = new Map<string, Promise<readonly string[]>>();

  function forget(userId: string): void {
    for (const [key, { actor }] of kept) if (actor.userId === userId) kept.delete(key);
  }

  function forgetAll(): void {
    roles.forget();
    kept.clear();
    subtrees.clear();
  }

  async function load(key: string, hash: Buffer): Promise<Actor | undefined> {
    const row = await store.findOpen(hash, idleMinutes);
    if (!row) return undefined;
    if (now() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) await store.touch(row.id);
    const actor = await toActor(row);
    // Only what we are told about when it changes is kept, and that only briefly.
    if (database.isListening()) {
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(key, { actor, at: now(), expiresAt: row.expiresAt.getTime() });
    }
    return actor;
  }

  async function toActor(row: SessionRow): Promise<Actor> {
    const known = await roles.roles();
    return {
      userId: row.userId,
      displayName: `${row.lastName} ${row.firstName}`,
      roles: row.roles,
      institutionId: row.institutionId,
      teamId: row.teamId,
      territoryIds: row.territoryId === null ? 'all' : await subtreeOf(row.territoryId),
      permissions: row.roles.flatMap((role) => known.get(role)?.permissions ?? []),
      language: row.language,
      sessionId: row.id,
    };
  }

  /** Shared by all who serve the same territory: it may have hundreds of places. */
  function subtreeOf(territoryId: string): Promise<readonly string[]> {
    const existing = subtrees.get(territoryId);
    if (existing) return existing;
    const ids = store.listTerritorySubtree(territoryId);
    subtrees.set(territoryId, ids);
    ids.catch(() => subtrees.delete(territoryId));
    return ids;
  }

  return {
    async open({ userId, roles: granted, institutionId, nameId, sessionIndex }) {
      const token = newSessionToken();
      const sessionId = newId();
      await store.insert({
        id: sessionId,
        tokenHash: hashToken(token),
        userId,
        roles: granted,
        institutionId,
        nameId,
        sessionIndex,
        hours,
      });
      return { sessionId, token };
    },
    async findActor(token) {
      if (!looksLikeToken(token)) return undefined;
      const hash = hashToken(token);
      const key = hash.toString('base64');
      const found = kept.get(key);
      const isFresh = found && now() - found.at < KEEP_MS && now() < found.expiresAt && database.isListening();
      return isFresh ? found.actor : load(key, hash);
    },
    async end(sessionId, because) {
      await store.end(sessionId, because);
      for (const [key, { actor }] of kept) if (actor.sessionId === sessionId) kept.delete(key);
    },
    async start() {
      await database.listen(ACCESS_CHANNEL, forget, forgetAll);
      // Roles and territories are definitions.
      await database.listen(DEFINITIONS_CHANNEL, forgetAll, forgetAll);
    },
  };
}
