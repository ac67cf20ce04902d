import type { Database } from '../database/database.ts';

const MINUTES = 15;

export interface SamlRequestStore {
  insert(id: string): Promise<void>;
  setReturnTo(id: string, returnTo: string): Promise<void>;
  /** When the open request was made; undefined for one unknown, used or expired. */
  findCreatedAt(id: string): Promise<Date | undefined>;
  /** Uses the request up; of several callers one gets it. */
  take(id: string): Promise<{ returnTo: string | null } | undefined>;
  removeExpired(): Promise<void>;
}

/** The sign-in requests that we made and that have not been answered: an answer to anything else is refused. */
export function createSamlRequestStore(database: Database): SamlRequestStore {
  return {
    async insert(id) {
      await database.query(
        'insert into saml_requests (id, expires_at) values ($1, now() + make_interval(mins => $2))',
        [id, MINUTES],
      );
    },
    async setReturnTo(id, returnTo) {
      await database.query('update saml_requests set return_to = $2 where id = $1', [id, returnTo]);
    },
    async findCreatedAt(id) {
      const [row] = await database.query<{ created_at: Date }>(
        'select created_at from saml_requests where id = $1 and expires_at > now()',
        [id],
      );
      return row?.created_at;
    },
    async take(id) {
      const [row] = await database.query<{ returnTo: string | null }>(
        'delete from saml_requests where id = $1 and expires_at > now() returning return_to as "returnTo"',
        [id],
      );
      return row;
    },
    async removeExpired() {
      await database.query('delete from saml_requests where expires_at <= now()');
    },
  };
}
