import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { useFormContext } from '../runtime/form-context.ts';
import { errorText } from './error-text.ts';

/** The error of a field in the language of the page; undefined without one. */
export function useErrorText(
  field: FormField,
  schema: FormSchema,
  error: FieldError | undefined,
  value: Json | undefined,
): string | undefined {
  const { t, language } = useFormContext();
  return error && errorText(t, { error, field, schema, value, language });
}
