import type { Database } from '../database/database.ts';

export interface Institution {
  readonly id: string;
  readonly key: string;
  readonly idno: string | null;
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly territoryId: string | null;
}

const columns = `id, key, idno, name, kind, parent_id as "parentId", territory_id as "territoryId"`;

export function createInstitutionStore(database: Database) {
  return {
    async find(id: string): Promise<Institution | undefined> {
      const [row] = await database.query<Institution>(`select ${columns} from institutions where id = $1`, [id]);
      return row;
    },

    async findByIdnoOrKey(text: string): Promise<Institution | undefined> {
      const [row] = await database.query<Institution>(
        `select ${columns} from institutions where idno = $1 or key = lower($1) order by (idno = $1) desc nulls last limit 1`,
        [text],
      );
      return row;
    },

    async findTeam(institutionId: string, key: string): Promise<{ id: string; name: string } | undefined> {
      const [row] = await database.query<{ id: string; name: string }>(
        'select id, name from teams where institution_id = $1 and key = $2',
        [institutionId, key],
      );
      return row;
    },

    async findTeamById(id: string): Promise<{ id: string; name: string } | undefined> {
      const [row] = await database.query<{ id: string; name: string }>('select id, name from teams where id = $1', [
        id,
      ]);
      return row;
    },

    /** Institutions whose name holds the text, by name. */
    async search(q: string | undefined, limit: number): Promise<Institution[]> {
      return database.query<Institution>(
        `select ${columns} from institutions
         where $1::text is null or search like '%' || search_fold($1) || '%' or idno = $1
         order by name, id limit $2`,
        [q ? q.replaceAll(/[%_\\]/g, '\\$&') : null, limit],
      );
    },
  };
}

export type InstitutionStore = ReturnType<typeof createInstitutionStore>;
