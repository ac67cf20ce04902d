import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { CheckEnvironment } from './check-form.ts';
import type { ClassifierLookup } from './classifier-lookup.ts';
import type { CompiledForm, FormField } from './compiled-form.ts';
import { instancesOf } from './field-path.ts';
import type { ClassifierBinding } from './form-schema.ts';
import type { JsonObject } from './json.ts';
import { valueAt } from './pointer.ts';

/** An error for every code that the field's classifier does not have on the day, or not below the field's parent or on its level. */
export function checkClassifiers(form: CompiledForm, data: JsonObject, env: CheckEnvironment): FieldError[] {
  return form.classified.flatMap((field) => {
    const binding = bindingOf(field);
    const lookup = binding && env.classifier(binding.key);
    if (!binding || !lookup) return [];
    return field.segments.includes('*')
      ? instancesOf(field, data).flatMap(({ path }) =>
          checkValue(valueAt(data, path), path, binding, lookup, env.today),
        )
      : checkValue(valueAt(data, field.pattern), field.pattern, binding, lookup, env.today);
  });
}

/** The classifier a field takes its codes from. */
export function bindingOf(field: FormField): ClassifierBinding | undefined {
  return field.schema['x-classifier'] ?? field.schema.items?.['x-classifier'];
}

function checkValue(
  value: unknown,
  path: string,
  binding: ClassifierBinding,
  lookup: ClassifierLookup,
  today: string,
): FieldError[] {
  if (Array.isArray(value))
    return value.flatMap((code, index) => checkValue(code, `${path}/${index}`, binding, lookup, today));
  if (typeof value !== 'string' || isOffered(lookup, binding, value, today)) return [];
  return [{ path, keyword: 'classifier', params: { classifier: binding.key } }];
}

/** True when the field offers the code on the day. */
export function isOffered(lookup: ClassifierLookup, binding: ClassifierBinding, code: string, day: string): boolean {
  if (!lookup.has(code, day)) return false;
  if (binding.parent === undefined && binding.level === undefined) return true;
  const codes = lookup.codePath(code);
  return (
    (binding.parent === undefined || codes.slice(0, -1).includes(binding.parent)) &&
    (binding.level === undefined || codes.length === binding.level)
  );
}
