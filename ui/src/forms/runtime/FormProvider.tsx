import { localizeForm } from '@esocial/form-core/localize.ts';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../../i18n/language.ts';
import type { FormRuntimeProps } from '../runtime-types.ts';
import type { FormStore } from '../store/form-store.ts';
import { FieldAt } from '../fields/FieldAt.tsx';
import { FormContext } from './form-context.ts';

export interface FormProviderProps extends Pick<
  FormRuntimeProps,
  'env' | 'prefilled' | 'readOnlyPointers' | 'readOnly'
> {
  store: FormStore;
  children: ReactNode;
}

const none: readonly never[] = [];

/** Gives the fields inside what they share; a change of language draws them anew over the same store. */
export function FormProvider({
  store,
  env,
  prefilled = none,
  readOnlyPointers = none,
  readOnly = false,
  children,
}: FormProviderProps) {
  const { t, i18n } = useTranslation('forms');
  const language = languageOf(i18n.language);
  const value = useMemo(() => {
    const sources = new Map(prefilled.map(({ path, source }) => [path, source]));
    return {
      FieldAt,
      store,
      env,
      language,
      localized: localizeForm(store.form.definition, language),
      t: (key: string, values?: Record<string, unknown>): string => t(key, values ?? {}),
      isReadOnly: (path: string) =>
        readOnly || readOnlyPointers.some((pointer) => path === pointer || path.startsWith(`${pointer}/`)),
      sourceOf: (path: string) => sources.get(path),
    };
  }, [store, env, language, t, prefilled, readOnlyPointers, readOnly]);
  return <FormContext.Provider value={value}>{children}</FormContext.Provider>;
}
