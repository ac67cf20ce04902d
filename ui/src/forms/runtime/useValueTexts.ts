import type { ValueTexts } from '@esocial/form-core/format-value.ts';
import { useMemo } from 'react';
import { useFormContext } from './form-context.ts';

/** The words in which values of the form are shown. */
export function useValueTexts(): ValueTexts {
  const { t, language, env } = useFormContext();
  return useMemo(
    () => ({ language, yes: t('yes'), no: t('no'), classifier: (key) => env.classifier(key) }),
    [t, language, env],
  );
}
