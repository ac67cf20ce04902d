import { loadFormValidator } from '@esocial/ui/forms/load-form-validator.ts';
import { queryOptions } from '@tanstack/react-query';
import { loadClassifiers } from './classifier-list.ts';
import type { ClassifierSource, FormSource } from './form-source.ts';

/** What a form needs before it can be filled in: its validator and its code lists. */
export const formParts = (form: FormSource, classifiers: readonly ClassifierSource[]) =>
  queryOptions({
    queryKey: ['form-parts', form.versionId, classifiers.map((source) => source.versionId).join()],
    queryFn: async () => {
      const [validator, lookups] = await Promise.all([
        loadFormValidator(form.validatorUrl),
        loadClassifiers(classifiers),
      ]);
      return { validator, lookups };
    },
    staleTime: Infinity,
  });

/** What reading a form's answers needs: only its code lists. */
export const answerParts = (classifiers: readonly ClassifierSource[]) =>
  queryOptions({
    queryKey: ['answer-parts', classifiers.map((source) => source.versionId).join()],
    queryFn: () => loadClassifiers(classifiers),
    staleTime: Infinity,
  });
