/** Bundled for the browser by the test that compares both sides: judges form data as the workspace does. */
import { checkForm } from '@esocial/form-core/check-form.ts';
import { createClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { ClassifierItem } from '@esocial/form-core/classifier-lookup.ts';
import { compileForm } from '@esocial/form-core/compile-form.ts';
import { createValidator } from '@esocial/form-core/form-validator.ts';
import type { ValidatorModule } from '@esocial/form-core/form-validator.ts';
import type { FormSchema, UiSchema } from '@esocial/form-core/form-schema.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { compileExpression } from '@esocial/process-core/feel/compile.ts';

export interface FormCase {
  schema: FormSchema;
  uiSchema: UiSchema;
  validatorUrl: string;
  classifiers: Record<string, ClassifierItem[]>;
  fixtures: { name: string; data: JsonObject }[];
  today: string;
}

export interface Verdict {
  name: string;
  data: JsonObject;
  errors: unknown[];
}

export async function judge(form: FormCase, load: (url: string) => Promise<ValidatorModule>): Promise<Verdict[]> {
  const compiled = compileForm(
    { schema: form.schema, uiSchema: form.uiSchema, translations: {} },
    { compile: compileExpression },
  );
  const validator = createValidator(await load(form.validatorUrl));
  const lookups = new Map(Object.entries(form.classifiers).map(([key, items]) => [key, createClassifierLookup(items)]));
  const environment = { today: form.today, classifier: (key: string) => lookups.get(key) };
  return form.fixtures.map(({ name, data }) => ({ name, ...checkForm(compiled, validator, data, environment) }));
}

Object.assign(globalThis, {
  judgeFixtures: (form: FormCase) => judge(form, (url) => import(url) as Promise<ValidatorModule>),
});
