import type { FormValidator, ValidatorModule } from '@esocial/form-core/form-validator.ts';
import { createValidator } from '@esocial/form-core/form-validator.ts';

const loaded = new Map<string, Promise<FormValidator>>();

/** Loads the validator of a form version, a script of our own origin; once per address. A failed load can be tried again. */
export function loadFormValidator(url: string): Promise<FormValidator> {
  const known = loaded.get(url);
  if (known) return known;
  const loading = (import(/* @vite-ignore */ url) as Promise<ValidatorModule>).then(createValidator);
  loaded.set(url, loading);
  loading.catch(() => loaded.delete(url));
  return loading;
}
