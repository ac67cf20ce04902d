import type { CompiledForm, FormField } from '@esocial/form-core/compiled-form.ts';
import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import { isJsonObject } from '@esocial/form-core/json.ts';
import type { Database } from '../database/database.ts';
import { ValidationError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';

/** Where form data names a person or a document. */
export interface FormReference {
  readonly path: string;
  readonly kind: 'person' | 'attachment';
  readonly id: string;
}

export interface ReferencedPerson {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
}

/** The persons and documents that form data names, in the order of the form. */
export function referencesIn(form: CompiledForm, data: JsonObject): FormReference[] {
  const found: FormReference[] = [];
  visit(form.root, data, '', found);
  return found;
}

function visit(field: FormField, value: Json | undefined, path: string, found: FormReference[]): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) return value.forEach((item, index) => visitItem(field, item, `${path}/${index}`, found));
  if (!isJsonObject(value)) return;
  if (field.kind === 'person') return add(found, path, 'person', value['personId']);
  if (field.kind === 'attachment') return add(found, path, 'attachment', value['documentId']);
  for (const child of field.children) visit(child, value[child.key], `${path}/${child.key}`, found);
}

function visitItem(field: FormField, item: Json, path: string, found: FormReference[]): void {
  if (field.kind === 'attachments' && isJsonObject(item)) add(found, path, 'attachment', item['documentId']);
  const row = field.children[0];
  if (row) visit(row, item, path, found);
}

function add(found: FormReference[], path: string, kind: FormReference['kind'], id: Json | undefined): void {
  if (typeof id === 'string') found.push({ path, kind, id });
}

export interface CheckedReferences {
  readonly persons: readonly ReferencedPerson[];
  readonly documentIds: readonly string[];
}

const find = {
  name: 'find-form-references',
  text: `select 'person' as kind, id, last_name || ' ' || first_name as name, birth_date as "birthDate", true as usable
      from persons where id = any($1)
    union all
    select 'attachment', id, '', null, case when case_id is null then created_by = $4 else case_id = $3 end
      from documents where id = any($2) and completed_at is not null`,
};

interface FoundRow extends ReferencedPerson {
  kind: FormReference['kind'];
  usable: boolean;
}

/** For what the data is: the case (null: one that begins) and whoever names the documents. */
export interface ReferencePlace {
  readonly caseId: string | null;
  readonly userId: string;
}

/**
 * Makes sure that the persons and documents named exist, and that no document is of another case or, without a case
 * yet, was uploaded by somebody else. One query, none when nothing is named. Throws ValidationError.
 */
export async function checkReferences(
  database: Database,
  references: readonly FormReference[],
  { caseId, userId }: ReferencePlace,
): Promise<CheckedReferences> {
  if (references.length === 0) return { persons: [], documentIds: [] };
  const ids = (kind: FormReference['kind']): string[] =>
    references.filter((reference) => reference.kind === kind && isId(reference.id)).map(({ id }) => id);
  const rows = await database.prepared<FoundRow>(find, [ids('person'), ids('attachment'), caseId, userId]);
  const usable = rows.filter((row) => row.usable);
  const known = new Set(usable.map((row) => `${row.kind} ${row.id}`));
  const errors: FieldError[] = references
    .filter(({ kind, id }) => !known.has(`${kind} ${id}`))
    .map(({ path, kind }) => ({ path, keyword: kind, params: {} }));
  if (errors.length > 0) throw new ValidationError(errors);
  return {
    persons: usable.filter(({ kind }) => kind === 'person').map(({ id, name, birthDate }) => ({ id, name, birthDate })),
    documentIds: usable.filter(({ kind }) => kind === 'attachment').map(({ id }) => id),
  };
}
