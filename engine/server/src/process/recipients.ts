import type { RoleCatalogue } from '../access/role-catalogue.ts';
import type { Database } from '../database/database.ts';

export interface Recipients {
  /** Active users of an institution (null: of any) who have one of the roles. */
  withRoles(roles: readonly string[], institutionId: string | null): Promise<string[]>;
  /** Those at an institution who may reassign its tasks. */
  supervisorsOf(institutionId: string): Promise<string[]>;
  /** Those who may let failed work be tried again, wherever they are. */
  keepers(): Promise<string[]>;
}

// Roles come with the sign-in and are stored nowhere else: a user has those of the newest session.
const withRoles = `
  select u.id from users u
  join lateral (
    select x.roles from (
      select s.roles, s.created_at from sessions s where s.user_id = u.id
      union all select p.roles, '-infinity' from sandbox_personas p where p.user_id = u.id) x
    order by x.created_at desc limit 1) newest on true
  where u.active and ($2::uuid is null or u.institution_id = $2) and newest.roles && $1::text[]
  order by u.id limit 200`;

/** Finds whom a process or a deadline has to tell. */
export function createRecipients(database: Database, catalogue: RoleCatalogue): Recipients {
  async function find(roles: readonly string[], institutionId: string | null): Promise<string[]> {
    if (roles.length === 0) return [];
    return (await database.query<{ id: string }>(withRoles, [roles, institutionId])).map(({ id }) => id);
  }
  async function rolesThatMay(action: string): Promise<string[]> {
    const roles = [...(await catalogue.roles()).values()].filter(({ permissions }) =>
      permissions.some((permission) => permission.action === action && permission.relation !== 'own'),
    );
    return roles.map(({ key }) => key);
  }

  return {
    withRoles: find,
    supervisorsOf: async (institutionId) => find(await rolesThatMay('task.reassign'), institutionId),
    keepers: async () => find(await rolesThatMay('incident.retry'), null),
  };
}
