import { createValidator } from '@esocial/form-core/form-validator.ts';
import type { ValidatorModule } from '@esocial/form-core/form-validator.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { compileExpression } from '@esocial/process-core/feel/compile.ts';
import { FormRuntime } from '@esocial/ui/forms/FormRuntime.tsx';
import ro from '@esocial/ui/forms/texts/ro.json';
import { ThemeProvider } from '@esocial/ui/theme/ThemeProvider.tsx';
import i18next from 'i18next';
import ICU from 'i18next-icu';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import type { GeneratedForm } from '../generated-form.ts';
import { answerRequests } from './page.ts';

const i18n = i18next.createInstance();
void i18n
  .use(new ICU())
  .use(initReactI18next)
  .init({
    lng: 'ro',
    resources: { ro: { forms: ro } },
    ns: ['forms'],
    initAsync: false,
    react: { useSuspense: false },
  });

const ignore = (): void => undefined;
const environment = { today: '2026-03-12', classifier: () => undefined };

answerRequests(async (generated: GeneratedForm, validatorUrl: string) => {
  const module = (await import(validatorUrl)) as ValidatorModule;
  const root = createRoot(document.getElementById('root')!);
  const form = {
    key: 'bench',
    versionId: 'bench',
    title: 'Bench',
    schema: generated.schema,
    uiSchema: generated.uiSchema,
    translations: {},
  };
  return (section) => {
    root.render(
      <I18nextProvider i18n={i18n}>
        <ThemeProvider>
          <FormRuntime
            form={form}
            expressions={{ compile: compileExpression }}
            validator={createValidator(module)}
            data={generated.data as JsonObject}
            env={environment}
            primaryAction="Trimite"
            onChange={ignore}
            onSubmit={ignore}
            onSectionChange={ignore}
            {...(section === undefined ? {} : { section })}
          />
        </ThemeProvider>
      </I18nextProvider>,
    );
  };
});
