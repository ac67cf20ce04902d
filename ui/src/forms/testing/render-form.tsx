import { compileForm } from '@esocial/form-core/compile-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { FieldAt } from '../fields/FieldAt.tsx';
import { FormProvider } from '../runtime/FormProvider.tsx';
import type { FormEnvironment } from '../runtime-types.ts';
import { createFormStore } from '../store/form-store.ts';
import { noExpressions } from './no-expressions.ts';
import en from '../texts/en.json';
import ro from '../texts/ro.json';
import ru from '../texts/ru.json';

/** jsdom draws nothing; axe asks the canvas whether text is an icon. */
HTMLCanvasElement.prototype.getContext = () => null;

/** For tests: translation with the texts of the forms. */
export const i18n = i18next.createInstance();
void i18n
  .use(new ICU())
  .use(initReactI18next)
  .init({
    lng: 'ro',
    fallbackLng: 'ro',
    ns: ['forms'],
    defaultNS: 'forms',
    resources: { ro: { forms: ro }, ru: { forms: ru }, en: { forms: en } },
    initAsync: false,
    showSupportNotice: false,
    react: { useSuspense: false },
  });

export const plainEnvironment: FormEnvironment = { today: '2026-03-10', classifier: () => undefined };

export interface RenderedField {
  value: () => Json | undefined;
  store: ReturnType<typeof createFormStore>;
}

export interface FieldOptions {
  value?: Json;
  required?: boolean;
  env?: Partial<FormEnvironment>;
  readOnly?: boolean;
  validator?: FormValidator;
}

/** For tests: draws one field, named `field`, of the given schema over a real store. */
export function renderField(
  schema: FormSchema,
  { value, required = false, env, readOnly = false, validator = () => [] }: FieldOptions = {},
): RenderedField {
  const root: FormSchema = { type: 'object', properties: { field: schema }, required: required ? ['field'] : [] };
  const environment = { ...plainEnvironment, ...env };
  const form = compileForm({ schema: root, uiSchema: {}, translations: {} }, noExpressions);
  const data: JsonObject = value === undefined ? {} : { field: value };
  const store = createFormStore({ form, validator, data, env: environment });
  render(
    <I18nextProvider i18n={i18n}>
      <main>
        <FormProvider store={store} env={environment} readOnly={readOnly}>
          <FieldAt path="/field" />
        </FormProvider>
      </main>
    </I18nextProvider>,
  );
  return { store, value: () => store.value('/field') };
}

/** For tests: what axe finds on the page (without what needs layout, which jsdom does not have). */
export async function accessibilityFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}
