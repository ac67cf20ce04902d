import type { OrganisationFile } from '@esocial/contracts/generated/organisation.ts';
import type { ItemWithAttributes } from '../classifiers/classifier.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';

/** Brings offices and territories to what the content says. Nothing is deleted: cases keep referring to them. */
export function createOrganisationStore(database: Database) {
  return {
    /** What of a release is about territories and offices. */
    async findInRelease(releaseId: string): Promise<{ territoriesVersionId?: string; offices?: unknown }> {
      const rows = await database.query<{ id: string; kind: string; content: unknown }>(
        `select id, kind, content from definition_versions
         where release_id = $1 and (kind = 'organisation' or (kind = 'classifier' and key = 'cuatm'))`,
        [releaseId],
      );
      const territoriesVersionId = rows.find(({ kind }) => kind === 'classifier')?.id;
      const offices = rows.find(({ kind }) => kind === 'organisation')?.content;
      return { ...(territoriesVersionId && { territoriesVersionId }), ...(offices !== undefined && { offices }) };
    },

    /** Units by code, with everything above each in `ancestor_ids`. */
    async upsertTerritories(items: readonly ItemWithAttributes[]): Promise<void> {
      const known = await database.query<{ id: string; code: string }>('select id, code from territories');
      const ids = new Map(known.map(({ id, code }) => [code, id]));
      for (const { code } of items) if (!ids.has(code)) ids.set(code, newId());
      const parents = new Map(items.map(({ code, parent }) => [code, parent ?? null]));
      const rows = items.map(({ code, parent, ro }) => ({
        ...{ id: ids.get(code), code, name: ro, parent_id: parent ? ids.get(parent) : null },
        ancestor_ids: ancestorsOf(code, parents).map((ancestor) => ids.get(ancestor)),
      }));
      await database.query(
        `insert into territories (id, code, parent_id, name, ancestor_ids)
         select t.id, t.code, t.parent_id, t.name, t.ancestor_ids
         from jsonb_to_recordset($1::jsonb) as t(id uuid, code text, parent_id uuid, name text, ancestor_ids uuid[])
         on conflict (code) do update set parent_id = excluded.parent_id, name = excluded.name, ancestor_ids = excluded.ancestor_ids`,
        [JSON.stringify(rows)],
      );
    },

    async upsertInstitutions({ institutions }: OrganisationFile): Promise<void> {
      await database.query(
        `insert into institutions (id, key, idno, name, kind, territory_id)
         select i.id, i.key, i.idno, i.name, i.kind, t.id
         from jsonb_to_recordset($1::jsonb) as i(id uuid, key text, idno text, name text, kind text, territory text)
         left join territories t on t.code = i.territory
         on conflict (key) do update
           set idno = excluded.idno, name = excluded.name, kind = excluded.kind, territory_id = excluded.territory_id,
             version = institutions.version + 1`,
        [JSON.stringify(institutions.map((institution) => ({ ...institution, id: newId() })))],
      );
      await database.query(
        `update institutions i set parent_id = p.id
         from jsonb_to_recordset($1::jsonb) as o(key text, parent text)
         left join institutions p on p.key = o.parent
         where i.key = o.key and i.parent_id is distinct from p.id`,
        [JSON.stringify(institutions)],
      );
      const teams = institutions.flatMap(({ key: institution, teams: own }) =>
        own.map((team) => ({ id: newId(), institution, ...team })),
      );
      await database.query(
        `insert into teams (id, institution_id, key, name)
         select t.id, i.id, t.key, t.name
         from jsonb_to_recordset($1::jsonb) as t(id uuid, institution text, key text, name text)
         join institutions i on i.key = t.institution
         on conflict (institution_id, key) do update set name = excluded.name`,
        [JSON.stringify(teams)],
      );
    },
  };
}

function ancestorsOf(code: string, parents: ReadonlyMap<string, string | null>): string[] {
  const ancestors: string[] = [];
  for (let above = parents.get(code); above; above = parents.get(above)) ancestors.unshift(above);
  return ancestors;
}
