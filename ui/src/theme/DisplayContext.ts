import { createContext, useContext } from 'react';
import type { DisplaySettings } from './display-settings.ts';

export interface Display {
  settings: DisplaySettings;
  change: (settings: Partial<DisplaySettings>) => void;
}

export const DisplayContext = createContext<Display | undefined>(undefined);

/** How the product is shown, and the way to change it. */
export function useDisplay(): Display {
  const display = useContext(DisplayContext);
  if (!display) throw new Error('useDisplay is used outside of ThemeProvider.');
  return display;
}
