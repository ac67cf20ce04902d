import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { ClassifierLookup } from './classifier-lookup.ts';
import type { CompiledForm } from './compiled-form.ts';
import type { EvaluationEnvironment } from './computation.ts';
import { checkClassifiers } from './check-classifiers.ts';
import { evaluateForm } from './evaluate-form.ts';
import { sortErrors, toFieldErrors } from './field-errors.ts';
import type { FormValidator } from './form-validator.ts';
import type { JsonObject } from './json.ts';

export interface CheckEnvironment extends EvaluationEnvironment {
  /** The classifier of a key; undefined when it is not at hand, then codes are not checked. */
  classifier: (key: string) => ClassifierLookup | undefined;
}

export interface FormVerdict {
  /** The data to save: calculated, without what is hidden. */
  data: JsonObject;
  /** In the order of the form; empty when the data may be saved. */
  errors: FieldError[];
}

/** The one verdict on form data, the same in the browser and on the server; the server's counts. */
export function checkForm(
  form: CompiledForm,
  validator: FormValidator,
  data: JsonObject,
  env: CheckEnvironment,
): FormVerdict {
  const evaluated = evaluateForm(form, data, env);
  const raw = validator(evaluated.data);
  const classifierErrors = checkClassifiers(form, evaluated.data, env);
  if (raw.length === 0 && classifierErrors.length === 0) return { data: evaluated.data, errors: [] };
  const errors = [...toFieldErrors(form, raw).filter(({ path }) => evaluated.visible(path)), ...classifierErrors];
  return { data: evaluated.data, errors: sortErrors(form, errors) };
}
