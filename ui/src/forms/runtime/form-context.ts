import type { LocalizedForm } from '@esocial/form-core/localize.ts';
import type { Language } from '@esocial/form-core/form-schema.ts';
import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';
import type { FieldAtProps } from '../fields/field-types.ts';
import type { FormEnvironment } from '../runtime-types.ts';
import type { FormStore } from '../store/form-store.ts';

/** Translates a key of the namespace `forms`. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** What every field of an open form shares; changes with the language only. */
export interface FormContextValue {
  /** Draws the field at a path; groups and lists draw theirs with it, so that no kind of field imports another. */
  FieldAt: ComponentType<FieldAtProps>;
  store: FormStore;
  localized: LocalizedForm;
  language: Language;
  env: FormEnvironment;
  t: Translate;
  isReadOnly: (path: string) => boolean;
  /** Where a value that was filled in beforehand is from, in words. */
  sourceOf: (path: string) => string | undefined;
}

export const FormContext = createContext<FormContextValue | null>(null);

/** The form a field belongs to. Throws outside of a form. */
export function useFormContext(): FormContextValue {
  const context = useContext(FormContext);
  if (!context) throw new Error('a form field is drawn outside of a FormRuntime');
  return context;
}
