import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { CheckEnvironment, FormVerdict } from '@esocial/form-core/check-form.ts';
import { checkForm } from '@esocial/form-core/check-form.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import { fieldAt } from '@esocial/form-core/field-path.ts';
import { createFormState } from '@esocial/form-core/form-state.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import type { FormChanges } from '../runtime-types.ts';
import { createErrorBook } from './error-book.ts';
import { createPathListeners } from './path-listeners.ts';

/** What a field shows; the same object until something of it changes. */
export interface FieldSnapshot {
  value: Json | undefined;
  visible: boolean;
  error: FieldError | undefined;
}

/** The data of an open form; fields subscribe to their own path, so that typing draws one field and its dependants. */
export interface FormStore {
  form: CompiledForm;
  snapshot: (path: string) => FieldSnapshot;
  subscribe: (path: string, listener: () => void) => () => void;
  value: (path: string) => Json | undefined;
  isVisible: (path: string) => boolean;
  set: (path: string, value: Json | undefined) => void;
  data: () => JsonObject;
  /** The verdict on what would be sent now; shows nothing. */
  check: () => FormVerdict;
  /** Shows these errors, and no others. */
  showErrors: (errors: readonly FieldError[]) => void;
  errors: () => readonly FieldError[];
  /** Takes values from outside and hands them to nobody. */
  merge: (changes: FormChanges) => void;
  /** Top-level values that changed since the last call. */
  takeChanges: () => FormChanges;
  hasChanges: () => boolean;
}

/** Listeners of this path hear of every change of data. */
export const anyChange = '*data';
/** Listeners of this path hear when the errors change. */
export const errorsChange = '*errors';

export interface FormStoreOptions {
  form: CompiledForm;
  validator: FormValidator;
  data: JsonObject;
  env: CheckEnvironment;
}

/** Creates the store of an open form. */
export function createFormStore({ form, validator, data, env }: FormStoreOptions): FormStore {
  const state = createFormState(form, data, env);
  const listeners = createPathListeners();
  const book = createErrorBook(form);
  const snapshots = new Map<string, FieldSnapshot>();
  const changed = new Set<string>();

  const forget = (paths: Iterable<string>) => {
    const concerned = new Set<string>();
    for (const path of paths) {
      concerned.add(path);
      if (fieldAt(form, path)?.children.length) {
        for (const known of snapshots.keys()) if (known.startsWith(`${path}/`)) concerned.add(known);
        for (const known of listeners.below(path)) concerned.add(known);
      }
    }
    for (const path of concerned) snapshots.delete(path);
    return concerned;
  };

  const apply = (path: string, value: Json | undefined) => {
    const paths = state.set(path, value);
    const corrected = book.clear(path);
    const concerned = forget([...paths, ...corrected]);
    if (corrected.length > 0) concerned.add(errorsChange);
    concerned.add(anyChange);
    return { paths, concerned };
  };

  return {
    form,
    snapshot: (path) => {
      const known = snapshots.get(path);
      if (known) return known;
      const fresh = { value: state.value(path), visible: state.isVisible(path), error: book.at(path) };
      snapshots.set(path, fresh);
      return fresh;
    },
    subscribe: listeners.subscribe,
    value: state.value,
    isVisible: state.isVisible,
    data: state.data,
    set: (path, value) => {
      const { paths, concerned } = apply(path, value);
      for (const each of paths) changed.add(topLevel(each));
      listeners.notify(concerned);
    },
    check: () => checkForm(form, validator, state.data(), env),
    errors: book.all,
    showErrors: (errors) => {
      const concerned = forget(book.replace(errors));
      listeners.notify(concerned.add(errorsChange));
    },
    merge: (changes) => {
      for (const [path, value] of Object.entries(changes)) listeners.notify(apply(path, value ?? undefined).concerned);
    },
    hasChanges: () => changed.size > 0,
    takeChanges: () => {
      const changes: FormChanges = {};
      for (const path of changed) changes[path] = state.value(path) ?? null;
      changed.clear();
      return changes;
    },
  };
}

function topLevel(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path : path.slice(0, end);
}
