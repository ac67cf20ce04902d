import { createContext, useContext } from 'react';
import { KeyRegistry } from './key-registry.ts';

export const KeysContext = createContext(new KeyRegistry());

/** The shortcuts of what is on the page now. */
export function useKeyRegistry(): KeyRegistry {
  return useContext(KeysContext);
}
