import type { Language } from '../access/actor.ts';
import type { Database } from '../database/database.ts';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly institutionId: string;
  readonly nameId: string;
  readonly sessionIndex: string | undefined;
  readonly hours: number;
}

/** An open session with what its user is allowed to be. */
export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly institutionId: string;
  readonly territoryId: string | null;
  readonly teamId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
}

export interface EndedSession {
  readonly id: string;
  readonly userId: string;
}

// A team counts only in the user's own institution; one who acts for another has none there.
const findOpen = {
  name: 'find-open-session',
  text: `
    select s.id, s.user_id as "userId", s.roles, s.institution_id as "institutionId", i.territory_id as "territoryId",
      case when u.institution_id = s.institution_id then u.team_id end as "teamId",
      u.first_name as "firstName", u.last_name as "lastName", u.language,
      s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
    from sessions s join users u on u.id = s.user_id join institutions i on i.id = s.institution_id
    where s.token_hash = $1 and s.ended_at is null and u.active
      and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => $2)`,
};

const touch = {
  name: 'touch-session',
  text: 'update sessions set last_seen_at = now() where id = $1 and ended_at is null',
};

const subtree = {
  name: 'territory-subtree',
  text: 'select id from territories where id = $1 or ancestor_ids @> array[$1::uuid]',
};

export function createSessionStore(database: Database) {
  return {
    async insert(session: NewSession): Promise<void> {
      await database.query(
        `insert into sessions (id, token_hash, user_id, roles, institution_id, name_id, session_index, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(hours => $8))`,
        [
          ...[session.id, session.tokenHash, session.userId, session.roles, session.institutionId],
          ...[session.nameId, session.sessionIndex ?? null, session.hours],
        ],
      );
    },

    async findOpen(tokenHash: Buffer, idleMinutes: number): Promise<SessionRow | undefined> {
      const [row] = await database.prepared<SessionRow>(findOpen, [tokenHash, idleMinutes]);
      return row;
    },

    async touch(sessionId: string): Promise<void> {
      await database.prepared(touch, [sessionId]);
    },

    async end(sessionId: string, because: string): Promise<void> {
      await database.query(
        'update sessions set ended_at = now(), ended_because = $2 where id = $1 and ended_at is null',
        [sessionId, because],
      );
    },

    /** Ends what the identity provider names in its sign-out request. */
    async endByNameId(nameId: string, sessionIndex: string | undefined): Promise<EndedSession[]> {
      return database.query<EndedSession>(
        `update sessions set ended_at = now(), ended_because = 'identity-provider'
         where name_id = $1 and ($2::text is null or session_index = $2) and ended_at is null
         returning id, user_id as "userId"`,
        [nameId, sessionIndex ?? null],
      );
    },

    async findNames(sessionId: string): Promise<{ nameId: string; sessionIndex: string | null } | undefined> {
      const [row] = await database.query<{ nameId: string; sessionIndex: string | null }>(
        'select name_id as "nameId", session_index as "sessionIndex" from sessions where id = $1',
        [sessionId],
      );
      return row;
    },

    async listTerritorySubtree(territoryId: string): Promise<string[]> {
      const rows = await database.prepared<{ id: string }>(subtree, [territoryId]);
      return rows.map(({ id }) => id);
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
