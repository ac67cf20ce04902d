import { useEffect, useReducer } from 'react';
import type { FormStore } from '../store/form-store.ts';

const pause = 400;

/** As `useStoreSignal`, but only once typing has paused: for what is beside the field and may lag a little. */
export function useDebouncedSignal(store: FormStore, signal: string): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe(signal, () => {
      clearTimeout(timer);
      timer = setTimeout(redraw, pause);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, signal]);
}
