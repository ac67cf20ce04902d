import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { schemaAt } from '@esocial/form-core/check-answers.ts';
import { fieldAt } from '@esocial/form-core/field-path.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FieldSnapshot } from '../store/form-store.ts';
import { useFormContext } from './form-context.ts';

export interface UsedField {
  field: FormField;
  /** The field's schema in the language of the page. */
  schema: FormSchema;
  snapshot: FieldSnapshot;
}

/** The field at a path and what it shows; draws again when that changes and for nothing else. */
export function useField(path: string): UsedField {
  const { store, localized } = useFormContext();
  const subscribe = useCallback((listener: () => void) => store.subscribe(path, listener), [store, path]);
  const snapshot = useSyncExternalStore(subscribe, () => store.snapshot(path));
  const { field, schema } = useMemo(() => {
    const found = fieldAt(store.form, path);
    const foundSchema = found && schemaAt(localized.schema, found.pattern);
    if (!found || !foundSchema) throw new Error(`the form has no field ${path}`);
    return { field: found, schema: foundSchema };
  }, [store, localized, path]);
  return { field, schema, snapshot };
}
