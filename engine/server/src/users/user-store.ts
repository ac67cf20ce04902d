import type { Language } from '../access/actor.ts';
import type { Database } from '../database/database.ts';

export interface User {
  readonly id: string;
  readonly idnp: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly institutionId: string;
  readonly teamId: string | null;
  readonly position: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly active: boolean;
}

const columns = `id, idnp, last_name as "lastName", first_name as "firstName", institution_id as "institutionId",
  team_id as "teamId", position, email, phone, language, active`;

export function createUserStore(database: Database) {
  return {
    async findByIdnp(idnp: string): Promise<User | undefined> {
      const [row] = await database.query<User>(`select ${columns} from users where idnp = $1`, [idnp]);
      return row;
    },

    async find(id: string): Promise<User | undefined> {
      const [row] = await database.query<User>(`select ${columns} from users where id = $1`, [id]);
      return row;
    },

    /** Adds the user or, known by their IDNP, brings them up to date; returns their id. */
    async upsert(user: User): Promise<string> {
      const [row] = await database.query<{ id: string }>(
        `insert into users (id, idnp, last_name, first_name, institution_id, team_id, position, email, phone, language, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (idnp) do update set last_name = excluded.last_name, first_name = excluded.first_name,
           institution_id = excluded.institution_id, team_id = excluded.team_id, position = excluded.position,
           email = excluded.email, phone = excluded.phone, active = excluded.active, version = users.version + 1
         returning id`,
        [
          ...[user.id, user.idnp, user.lastName, user.firstName, user.institutionId, user.teamId, user.position],
          ...[user.email, user.phone, user.language, user.active],
        ],
      );
      return row?.id ?? user.id;
    },

    async updateLanguage(id: string, language: Language): Promise<void> {
      await database.query('update users set language = $2, version = version + 1 where id = $1', [id, language]);
    },
  };
}

export type UserStore = ReturnType<typeof createUserStore>;
