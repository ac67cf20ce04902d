import { MantineProvider } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { DisplayContext } from './DisplayContext.ts';
import { readDisplaySettings, writeDisplaySettings, type DisplaySettings } from './display-settings.ts';
import { styleNonce } from './style-nonce.ts';
import { theme } from './theme.ts';
import { usePrefersDark } from './usePrefersDark.ts';

/** Theme, colour scheme and density of everything inside. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState<DisplaySettings>(() => readDisplaySettings(localStorage));
  const prefersDark = usePrefersDark();
  const dark = settings.colorScheme === 'dark' || (settings.colorScheme === 'auto' && prefersDark);

  const change = useCallback((changes: Partial<DisplaySettings>) => {
    setSettings((current) => {
      const next = { ...current, ...changes };
      writeDisplaySettings(localStorage, next);
      return next;
    });
  }, []);

  useEffect(() => {
    document.documentElement.dataset['density'] = settings.density;
  }, [settings.density]);

  const display = useMemo(() => ({ settings, change }), [settings, change]);
  return (
    <DisplayContext.Provider value={display}>
      <MantineProvider
        theme={theme}
        forceColorScheme={dark ? 'dark' : 'light'}
        getStyleNonce={styleNonce}
        withGlobalClasses={false}
      >
        {children}
      </MantineProvider>
    </DisplayContext.Provider>
  );
}
