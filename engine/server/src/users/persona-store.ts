import type { Database } from '../database/database.ts';

/** A user as whom the sandbox signs in, with the roles that its identity provider grants. */
export interface Persona {
  readonly key: string;
  readonly roles: readonly string[];
  readonly idnp: string;
  readonly displayName: string;
  readonly job: string;
  readonly institution: { readonly key: string; readonly idno: string | null; readonly name: string };
}

const select = `
  select p.key, p.roles, u.idnp, u.last_name || ' ' || u.first_name as "displayName", u.position as job,
    jsonb_build_object('key', i.key, 'idno', i.idno, 'name', i.name) as institution
  from sandbox_personas p join users u on u.id = p.user_id join institutions i on i.id = u.institution_id`;

export function createPersonaStore(database: Database) {
  return {
    async upsert(persona: { key: string; userId: string; roles: readonly string[]; position: number }): Promise<void> {
      await database.query(
        `insert into sandbox_personas (key, user_id, roles, position) values ($1, $2, $3, $4)
         on conflict (key) do update set user_id = excluded.user_id, roles = excluded.roles, position = excluded.position`,
        [persona.key, persona.userId, persona.roles, persona.position],
      );
    },

    async find(key: string): Promise<Persona | undefined> {
      const [row] = await database.query<Persona>(`${select} where p.key = $1`, [key]);
      return row;
    },

    async list(): Promise<Persona[]> {
      return database.query<Persona>(`${select} order by p.position`);
    },
  };
}

export type PersonaStore = ReturnType<typeof createPersonaStore>;
