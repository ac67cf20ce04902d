import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { SearchRequest } from './search-criteria.ts';

export interface StoredSearch {
  readonly id: string;
  readonly criteria: SearchRequest;
  readonly expiresAt: Date;
}

interface SearchRow {
  id: string;
  criteria: SearchRequest;
  expires_at: Date;
}

/** Searches by an id that says nothing, so that an address restores them without naming anybody. */
export function createPersonSearchStore(database: Database) {
  return {
    async insert(userId: string, criteria: SearchRequest, now: Date, expiresAt: Date): Promise<StoredSearch> {
      const id = randomUUID();
      await database.query('delete from person_searches where expires_at < $1', [now]);
      await database.query(
        'insert into person_searches (id, user_id, criteria, created_at, expires_at) values ($1, $2, $3, $4, $5)',
        [...[id, userId, criteria, now, expiresAt]],
      );
      return { id, criteria, expiresAt };
    },

    /** Only its own user's, and only until it expires. */
    async find(id: string, userId: string, now: Date): Promise<StoredSearch | undefined> {
      const rows = await database.query<SearchRow>(
        'select id, criteria, expires_at from person_searches where id = $1 and user_id = $2 and expires_at > $3',
        [id, userId, now],
      );
      return rows[0] && { id: rows[0].id, criteria: rows[0].criteria, expiresAt: rows[0].expires_at };
    },
  };
}

export type PersonSearchStore = ReturnType<typeof createPersonSearchStore>;
