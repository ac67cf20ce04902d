import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { redactByClass } from '@esocial/form-core/field-classes.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FieldClass } from '../access/actor.ts';
import { ageOn, legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { isId } from '../ids/new-id.ts';
import { referencesIn } from '../records/form-references.ts';

/** The subject of a case, and everybody whom the newest versions of its records name where the reader may look. */
export async function listCasePersons(
  { database, definitions }: { readonly database: Database; readonly definitions: DefinitionReader },
  row: { id: string; person_id: string | null },
  classes: readonly FieldClass[],
  now: Date,
): Promise<CaseDetail['persons']> {
  const records = await database.query<{ form_version_id: string; data: JsonObject }>(
    'select distinct on (series_id) form_version_id, data from records where case_id = $1 order by series_id, version desc',
    [row.id],
  );
  const allowed = new Set(classes);
  const mentioned = await Promise.all(
    records.map(async ({ form_version_id: versionId, data }) => {
      const { compiled } = await definitions.compiledForm(versionId);
      return referencesIn(compiled, redactByClass(compiled, data, allowed).data);
    }),
  );
  const ids = new Set(
    mentioned
      .flat()
      .filter(({ kind, id }) => kind === 'person' && isId(id))
      .map(({ id }) => id),
  );
  if (row.person_id) ids.add(row.person_id);
  const persons = await database.query<{ id: string; name: string; birth_date: string | null }>(
    `select id, last_name || ' ' || first_name as name, birth_date from persons where id = any($1) order by id = $2 desc, last_name, first_name`,
    [[...ids], row.person_id],
  );
  const today = legalDay(now);
  return persons.map(({ id, name, birth_date: birthDate }) => ({
    id,
    displayName: name,
    ...(birthDate ? { birthDate, age: ageOn(birthDate, today) } : {}),
    role: id === row.person_id ? 'subject' : 'mentioned',
  }));
}
