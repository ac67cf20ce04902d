import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import type { Database } from '../database/database.ts';

/** Notified with the user's id when a user or a session of theirs changed. */
export const ACCESS_CHANNEL = 'access_changed';

/** Notified when a release was activated. */
export const DEFINITIONS_CHANNEL = 'definitions_changed';

const KEEP_MS = 5_000;

/** The roles in force today, by key. */
export type Roles = ReadonlyMap<string, RoleFile>;

export interface RoleCatalogue {
  /** The roles in force; read anew at the latest five seconds after a change, at once when it was notified. */
  roles(): Promise<Roles>;
  forget(): void;
}

// Of each role the newest version that is active and has come into force.
const selectRoles = `
  select distinct on (key) content from definition_versions
  where kind = 'role' and state = 'active' and effective_from <= (now() at time zone 'Europe/Chisinau')::date
  order by key, effective_from desc, number desc`;

export function createRoleCatalogue(database: Database, now: () => number = Date.now): RoleCatalogue {
  let kept: { readonly roles: Promise<Roles>; readonly at: number } | undefined;

  async function load(): Promise<Roles> {
    const rows = await database.prepared<{ content: RoleFile }>({ name: 'roles-in-force', text: selectRoles }, []);
    return new Map(rows.map(({ content }) => [content.key, content]));
  }

  return {
    roles() {
      if (kept && now() - kept.at < KEEP_MS) return kept.roles;
      const roles = load();
      kept = { roles, at: now() };
      roles.catch(() => (kept = undefined));
      return roles;
    },
    forget() {
      kept = undefined;
    },
  };
}
