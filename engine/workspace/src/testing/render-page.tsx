import { createI18n } from '@esocial/ui/i18n/create-i18n.ts';
import type { Language } from '@esocial/ui/i18n/language.ts';
import { KeysProvider } from '@esocial/ui/keys/KeysProvider.tsx';
import { ThemeProvider } from '@esocial/ui/theme/ThemeProvider.tsx';
import { ToastProvider } from '@esocial/ui/toast/ToastProvider.tsx';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { loadTexts } from '../app/load-texts.ts';
import { loadOperationsTexts } from '../features/operations/texts/load-operations-texts.ts';
import type { LiveEvent } from '../live/event-types.ts';
import { LiveContext } from '../live/LiveContext.ts';
import type { LiveEvents } from '../live/live-events.ts';
import { addTexts } from '../shared/FeatureTexts.tsx';
import type { Session } from '../shared/session/session.ts';
import { SessionContext } from '../shared/session/SessionContext.ts';
import { installBrowserShims } from './browser-shims.ts';
import { buildSession } from './build-session.ts';

// Pages load when they are opened, which takes longer than a second on a busy machine.
configure({ asyncUtilTimeout: 4_000 });

export interface RenderedPage extends RenderResult {
  /** The addresses visited, the present one last. */
  history: string[];
  /** Sends an event as the server would. */
  emit: (event: LiveEvent) => void;
}

interface PageOptions {
  path?: string;
  session?: Session;
  language?: Language;
  /** A screen with room beside a list; narrow unless said. */
  wide?: boolean;
}

/** Renders a page with everything around it that it needs, in Romanian unless told otherwise. */
export async function renderPage(page: ReactNode, options: PageOptions = {}): Promise<RenderedPage> {
  installBrowserShims({ wide: options.wide ?? false });
  const [pathname = '/', query = ''] = (options.path ?? '/').split('?');
  const location = memoryLocation({ path: pathname, searchPath: query, record: true });
  const language = options.language ?? 'ro';
  const i18n = await createI18n(language, loadTexts);
  await addTexts(i18n, language, 'operations', loadOperationsTexts);
  const listeners = new Set<(event: LiveEvent) => void>();
  const live: LiveEvents = {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection: () => () => undefined,
    close: () => undefined,
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  const result = render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ThemeProvider>
          <KeysProvider>
            <ToastProvider>
              <Router hook={location.hook} searchHook={location.searchHook}>
                <SessionContext.Provider value={options.session ?? buildSession()}>
                  <LiveContext.Provider value={live}>{page}</LiveContext.Provider>
                </SessionContext.Provider>
              </Router>
            </ToastProvider>
          </KeysProvider>
        </ThemeProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return { ...result, history: location.history, emit: (event) => listeners.forEach((listener) => listener(event)) };
}
