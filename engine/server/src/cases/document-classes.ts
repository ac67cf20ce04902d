import { redactByClass } from '@esocial/form-core/field-classes.ts';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import { isJsonObject } from '@esocial/form-core/json.ts';
import type { FieldClass } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';

export interface DocumentReader {
  readonly userId: string;
  readonly classes: readonly FieldClass[];
}

export interface CaseDocument {
  readonly id: string;
  readonly createdBy: string;
}

/**
 * Which documents of a case somebody may see: a document has the class of the fields that it is attached to. One that
 * no record names yet counts as special, but not for who uploaded it.
 */
export async function documentsOf(
  database: Database,
  definitions: DefinitionReader,
  caseId: string,
  { userId, classes }: DocumentReader,
): Promise<(document: CaseDocument) => boolean> {
  const records = await database.query<{ formVersionId: string; data: JsonObject }>(
    'select form_version_id as "formVersionId", data from records where case_id = $1',
    [caseId],
  );
  const named = new Set<string>();
  const visible = new Set<string>();
  for (const { formVersionId, data } of records) {
    for (const id of documentIdsIn(data)) named.add(id);
    const { compiled } = await definitions.compiledForm(formVersionId);
    for (const id of documentIdsIn(redactByClass(compiled, data, new Set(classes)).data)) visible.add(id);
  }
  return ({ id, createdBy }) => (named.has(id) ? visible.has(id) : createdBy === userId || classes.includes('special'));
}

function* documentIdsIn(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* documentIdsIn(item);
  if (!isJsonObject(value)) return;
  if (typeof value['documentId'] === 'string') yield value['documentId'];
  for (const item of Object.values(value)) yield* documentIdsIn(item);
}
