import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import { fieldAt } from '@esocial/form-core/field-path.ts';
import { parentPointer } from '@esocial/form-core/pointer.ts';

/** The errors shown, by the field that shows them; each field shows its first. */
export interface ErrorBook {
  all: () => readonly FieldError[];
  at: (path: string) => FieldError | undefined;
  /** Gives the paths whose error came, went or changed. */
  replace: (errors: readonly FieldError[]) => string[];
  /** Takes off the errors of a field and of what is inside it; gives their paths. */
  clear: (path: string) => string[];
}

/** Creates an empty book of errors. */
export function createErrorBook(form: CompiledForm): ErrorBook {
  let shown: readonly FieldError[] = [];
  let byField = new Map<string, FieldError>();
  const replace = (errors: readonly FieldError[]) => {
    const next = new Map<string, FieldError>();
    for (const error of errors) {
      const path = fieldPathOf(form, error.path);
      if (!next.has(path)) next.set(path, error);
    }
    const paths = [...new Set([...byField.keys(), ...next.keys()])];
    shown = errors;
    byField = next;
    return paths;
  };
  return {
    all: () => shown,
    at: (path) => byField.get(path),
    replace,
    clear: (path) => {
      const gone = [...byField.keys()].filter((known) => known === path || known.startsWith(`${path}/`));
      if (gone.length > 0) replace(shown.filter(({ path: at }) => !gone.includes(fieldPathOf(form, at))));
      return gone;
    },
  };
}

/** The path of the field that shows an error: an item of a multiple choice has no field of its own. */
export function fieldPathOf(form: CompiledForm, path: string): string {
  let current = path;
  while (current !== '' && !fieldAt(form, current)) current = parentPointer(current);
  return current || path;
}
