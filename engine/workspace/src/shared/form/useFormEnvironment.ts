import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { FormEnvironment } from '@esocial/ui/forms/runtime-types.ts';
import { useMemo, useRef, useEffect } from 'react';
import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { findInstitutions } from './find-institutions.ts';
import { uploadDocument } from './upload-document.ts';
import { usePersonSearch } from './usePersonSearch.ts';

interface EnvironmentOptions {
  today: string;
  lookups: ReadonlyMap<string, ClassifierLookup>;
  caseId?: string;
  taskId?: string;
  createPerson?: (typed: string) => Promise<PersonReference | undefined>;
}

/** What the fields of a form need from the application; stable while the form is open. */
export function useFormEnvironment({
  today,
  lookups,
  caseId,
  taskId,
  createPerson,
}: EnvironmentOptions): FormEnvironment {
  const searchPersons = usePersonSearch();
  const current = useRef({ searchPersons, createPerson });
  useEffect(() => {
    current.current = { searchPersons, createPerson };
  });
  const mayCreate = createPerson !== undefined;
  return useMemo(
    () => ({
      today,
      classifier: (key) => lookups.get(key),
      searchPersons: (text, signal) => current.current.searchPersons(text, signal),
      ...(mayCreate
        ? { createPerson: (typed: string) => current.current.createPerson?.(typed) ?? Promise.resolve(undefined) }
        : {}),
      searchInstitutions: findInstitutions,
      upload: (file, options) =>
        uploadDocument(file, { ...(caseId ? { caseId } : {}), ...(taskId ? { taskId } : {}) }, options),
      documentUrl: (id) => `/api/v1/documents/${id}/content`,
    }),
    [today, lookups, caseId, taskId, mayCreate],
  );
}
