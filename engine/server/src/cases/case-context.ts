import { compileExpression, stripEquals } from '@esocial/process-core/feel/compile.ts';
import type { FeelExpression } from '@esocial/process-core/feel/compile.ts';
import type { Json } from '@esocial/process-core/types.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { redactByClass } from '@esocial/form-core/field-classes.ts';
import type { FieldClass, Language } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { CompiledWorkflow } from '../definitions/definition.ts';
import { camelCase } from '../definitions/parameters.ts';
import { workflowTexts } from './workflow-texts.ts';

/** The newest record of a form in a case. */
export interface LatestRecord {
  readonly formKey: string;
  readonly formVersionId: string;
  readonly data: JsonObject;
  readonly submittedAt: Date;
}

/** The newest record of each form of a case. */
export function listLatestRecords(database: Database, caseId: string): Promise<LatestRecord[]> {
  return database.query<LatestRecord>(
    `select distinct on (form_key) form_key as "formKey", form_version_id as "formVersionId", data, submitted_at as "submittedAt"
     from records where case_id = $1 order by form_key, submitted_at desc, version desc`,
    [caseId],
  );
}

/** Records without the fields whose class the reader does not see. */
export function redactRecords(
  definitions: DefinitionReader,
  records: readonly LatestRecord[],
  classes: readonly FieldClass[],
): Promise<LatestRecord[]> {
  const allowed = new Set(classes);
  return Promise.all(
    records.map(async (record) => {
      const { compiled: form } = await definitions.compiledForm(record.formVersionId);
      return { ...record, data: redactByClass(form, record.data, allowed).data };
    }),
  );
}

/** Records as expressions see them: camelCased form key to data. */
export function recordsContext(records: readonly LatestRecord[]): JsonObject {
  return Object.fromEntries(records.map(({ formKey, data }) => [camelCase(formKey), data]));
}

export interface KeyFact {
  label: string;
  value: Json;
  format?: 'money';
}

const compiled = new Map<string, FeelExpression>();

/** The facts that the workflow shows of a case. An expression that fails has no value; it never hides the case. */
export function keyFactsOf(
  workflow: CompiledWorkflow,
  context: { records: JsonObject; case: JsonObject },
  language: Language,
  now: Date,
): KeyFact[] {
  const texts = workflowTexts(workflow, language);
  return (workflow.file.keyFacts ?? []).map(({ value, format }, index) => ({
    label: texts.keyFactLabel(index),
    value: evaluate(value, context, now),
    ...(format && { format }),
  }));
}

function evaluate(source: string, context: Record<string, unknown>, now: Date): Json {
  try {
    const expression = compiled.get(source) ?? compileExpression(stripEquals(source) ?? source);
    if (compiled.size < 1000) compiled.set(source, expression);
    return expression.evaluate(context, { now: now.toISOString() }).value;
  } catch {
    return null;
  }
}
