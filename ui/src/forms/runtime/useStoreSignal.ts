import { useReducer, useEffect } from 'react';
import type { FormStore } from '../store/form-store.ts';

/** Draws the component again when something of the store changes that it reads as a whole (`anyChange`, `errorsChange`). */
export function useStoreSignal(store: FormStore, signal: string): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => store.subscribe(signal, redraw), [store, signal]);
}
