import { compileForm } from '@esocial/form-core/compile-form.ts';
import { withDefaults } from '@esocial/form-core/defaults.ts';
import { useState } from 'react';
import type { FormRuntimeProps } from '../runtime-types.ts';
import type { FormStore } from '../store/form-store.ts';
import { createFormStore } from '../store/form-store.ts';

/** The store of the form, made once: what is typed lives there and nowhere else. Another form version needs another `key`. */
export function useFormStore({
  form,
  expressions,
  validator,
  data,
  env,
}: Pick<FormRuntimeProps, 'form' | 'expressions' | 'validator' | 'data' | 'env'>): FormStore {
  const [store] = useState(() => {
    const compiled = compileForm(form, expressions);
    return createFormStore({ form: compiled, validator, data: withDefaults(compiled, data), env });
  });
  return store;
}
