import { checkForm } from '@esocial/form-core/check-form.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FieldClass } from '../access/actor.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { Pins } from '../definitions/definition.ts';
import { ValidationError } from '../errors/app-error.ts';
import { writeByClass } from './write-by-class.ts';

export interface SubmissionToCheck {
  readonly formVersionId: string;
  readonly pins: Pins;
  readonly data: JsonObject;
  /** Legal reference day, for classifiers and `today`. */
  readonly day: string;
  /** The field classes that the person may write. */
  readonly classes: readonly FieldClass[];
  /** The version before this one, whose values of other classes are kept. */
  readonly prior?: JsonObject | undefined;
}

export interface CheckedSubmission {
  readonly data: JsonObject;
  readonly form: CompiledForm;
  readonly formKey: string;
  /** Names of the top fields that were filled in, for the audit. */
  readonly fields: readonly string[];
}

/** The authority's verdict on form data against its pinned version. Throws ValidationError with the fields at fault. */
export async function checkSubmission(
  definitions: DefinitionReader,
  submission: SubmissionToCheck,
): Promise<CheckedSubmission> {
  const { formVersionId, pins, day } = submission;
  const [form, validator, classifiers] = await Promise.all([
    definitions.compiledForm(formVersionId),
    definitions.formValidator(formVersionId),
    definitions.classifiersFor(formVersionId, pins),
  ]);
  const written = writeByClass(form.compiled, submission);
  const { data, errors } = checkForm(form.compiled, validator, written, {
    today: day,
    classifier: (key) => classifiers.get(key),
  });
  if (errors.length > 0) throw new ValidationError(errors);
  return { data, form: form.compiled, formKey: form.file.key, fields: Object.keys(data) };
}
