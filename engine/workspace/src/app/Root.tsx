import { switchLanguage } from '@esocial/ui/i18n/create-i18n.ts';
import type { Language } from '@esocial/ui/i18n/language.ts';
import { KeysProvider } from '@esocial/ui/keys/KeysProvider.tsx';
import { ThemeProvider } from '@esocial/ui/theme/ThemeProvider.tsx';
import { ToastProvider } from '@esocial/ui/toast/ToastProvider.tsx';
import { ErrorBoundary } from '@esocial/ui/components/ErrorBoundary.tsx';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { changeSessionLanguage } from '../features/session/api/change-language.ts';
import { App } from './App.tsx';
import { loadTexts } from './load-texts.ts';
import { keepLanguage } from './start-language.ts';

/** Everything that surrounds the pages. */
export function Root({ i18n, queries }: { i18n: i18n; queries: QueryClient }) {
  const chooseLanguage = async (language: Language) => {
    keepLanguage(language);
    await switchLanguage(i18n, language, loadTexts);
    document.documentElement.lang = language;
    await changeSessionLanguage(language).catch((error: unknown) => console.warn('The language was not kept.', error));
    await queries.invalidateQueries();
  };
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ThemeProvider>
          <KeysProvider>
            <ToastProvider>
              <ErrorBoundary>
                <App onLanguage={(language) => void chooseLanguage(language)} />
              </ErrorBoundary>
            </ToastProvider>
          </KeysProvider>
        </ThemeProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
