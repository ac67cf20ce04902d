import { bindingOf } from '@esocial/form-core/check-classifiers.ts';
import type { ClassifierSearch } from '@esocial/form-core/classifier-search.ts';
import { createClassifierSearch } from '@esocial/form-core/classifier-search.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { useMemo } from 'react';
import { useFormContext } from '../../runtime/form-context.ts';

const searches = new WeakMap<object, Map<string, ClassifierSearch>>();

/** The items a classifier field offers; undefined while the classifier is not loaded. One index for all fields that offer the same. */
export function useClassifierSearch(field: FormField): ClassifierSearch | undefined {
  const { env, language } = useFormContext();
  return useMemo(() => {
    const binding = bindingOf(field);
    const lookup = binding && env.classifier(binding.key);
    if (!binding || !lookup) return undefined;
    const known = searches.get(lookup) ?? new Map<string, ClassifierSearch>();
    searches.set(lookup, known);
    const key = [language, env.today, binding.parent ?? '', binding.level ?? ''].join('|');
    const search = known.get(key) ?? createClassifierSearch(lookup, binding, env.today, language);
    known.set(key, search);
    return search;
  }, [field, env, language]);
}
