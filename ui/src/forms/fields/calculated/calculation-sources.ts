import { schemaAt } from '@esocial/form-core/check-answers.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';

/** The titles of the fields a calculation looks at, in the language of the schema. */
export function calculationSources(field: FormField, schema: FormSchema): string[] {
  const titles = (field.calculation?.dependencies ?? []).map(
    (source) => schemaAt(schema, source.field.pattern)?.title ?? source.field.key,
  );
  return [...new Set(titles)];
}
