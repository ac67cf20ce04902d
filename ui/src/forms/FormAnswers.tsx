import { checkAnswers } from '@esocial/form-core/check-answers.ts';
import { compileForm } from '@esocial/form-core/compile-form.ts';
import { computeAll } from '@esocial/form-core/evaluate-form.ts';
import { isHiddenPath } from '@esocial/form-core/field-path.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { useMemo } from 'react';
import { AnswerList } from './runtime/AnswerList.tsx';
import { useFormContext } from './runtime/form-context.ts';
import { FormProvider } from './runtime/FormProvider.tsx';
import { useValueTexts } from './runtime/useValueTexts.ts';
import type { FormRuntimeProps } from './runtime-types.ts';
import { createFormStore } from './store/form-store.ts';

/** A record as it is read and printed: every answer by section, nothing to change. */
export function FormAnswers({
  form,
  expressions,
  data,
  env,
}: Pick<FormRuntimeProps, 'form' | 'expressions' | 'data' | 'env'>) {
  const store = useMemo(
    () => createFormStore({ form: compileForm(form, expressions), validator: () => [], data, env }),
    [form, expressions, data, env],
  );
  return (
    <FormProvider store={store} env={env} readOnly>
      <article className="es-record">
        <Answers data={data} today={env.today} />
      </article>
    </FormProvider>
  );
}

/** Values are shown as they were recorded; only what is hidden is computed anew. */
function Answers({ data, today }: { data: JsonObject; today: string }) {
  const { store, localized } = useFormContext();
  const texts = useValueTexts();
  const sections = useMemo(() => {
    const { hidden } = computeAll(store.form, data, { today });
    return checkAnswers(store.form, localized, data, (path) => !isHiddenPath(hidden, path), texts);
  }, [store, localized, data, today, texts]);
  return <AnswerList sections={sections} />;
}
