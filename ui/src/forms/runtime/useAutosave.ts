import { useCallback, useEffect, useRef } from 'react';
import type { FormChanges } from '../runtime-types.ts';
import type { FormStore } from '../store/form-store.ts';
import { anyChange } from '../store/form-store.ts';

const pause = 1_000;
const longest = 2_000;

/** Hands changes over a moment after the last key, never later than two seconds after the first, and when the form is left. */
export function useAutosave(store: FormStore, onChange: (changes: FormChanges) => void): () => void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const flush = useCallback(() => {
    if (store.hasChanges()) latest.current(store.takeChanges());
  }, [store]);
  useEffect(() => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let due: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(quiet);
      clearTimeout(due);
      due = undefined;
      flush();
    };
    const unsubscribe = store.subscribe(anyChange, () => {
      clearTimeout(quiet);
      quiet = setTimeout(save, pause);
      due ??= setTimeout(save, longest);
    });
    const onHide = () => document.visibilityState === 'hidden' && save();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', onHide);
      save();
    };
  }, [store, flush]);
  return flush;
}
