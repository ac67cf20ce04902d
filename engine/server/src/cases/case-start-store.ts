import type { Database } from '../database/database.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { CasePerson } from '../process/case-facts.ts';

/** The institution that gets the cases which nobody starts: the one named, else the one above all others. */
export async function findStartInstitution(
  database: Database,
  workflow: { readonly key: string; readonly startInstitution?: string },
): Promise<string> {
  const rows = await database.query<{ id: string }>(
    `select id from institutions where case when $1::text is null then parent_id is null else key = $1 end order by key limit 1`,
    [workflow.startInstitution ?? null],
  );
  if (!rows[0])
    throw new NotFoundError('institution for cases of the workflow', workflow.startInstitution ?? workflow.key);
  return rows[0].id;
}

export async function findStartPerson(database: Database, id: unknown): Promise<CasePerson | null> {
  if (typeof id !== 'string' || !isId(id)) return null;
  const rows = await database.query<CasePerson>(
    `select id, last_name || ' ' || first_name as name, birth_date as "birthDate" from persons where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
