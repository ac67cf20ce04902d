import { render, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { createI18n, switchLanguage, type TextLoader } from '../i18n/create-i18n.ts';
import type { Language } from '../i18n/language.ts';
import { KeysProvider } from '../keys/KeysProvider.tsx';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { ToastProvider } from '../toast/ToastProvider.tsx';

const loadTexts: TextLoader = async (language) => {
  switch (language) {
    case 'ro':
      return { ui: (await import('../i18n/texts/ro.json')).default };
    case 'ru':
      return { ui: (await import('../i18n/texts/ru.json')).default };
    case 'en':
      return { ui: (await import('../i18n/texts/en.json')).default };
  }
};

/** What jsdom lacks of a browser: modal dialogs, media queries, a canvas. */
function installShims(): void {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  HTMLCanvasElement.prototype.getContext = () => null;
}

export interface RenderedUi extends RenderResult {
  /** The addresses visited, the present one last. */
  history: string[];
  switchTo: (language: Language) => Promise<i18n>;
}

/** For tests: draws a part of the product with language, theme, keys, notices and addresses around it. */
export async function renderUi(part: ReactNode, options: { language?: Language } = {}): Promise<RenderedUi> {
  installShims();
  const texts = await createI18n(options.language ?? 'ro', loadTexts);
  const location = memoryLocation({ path: '/', record: true });
  const result = render(part, {
    wrapper: ({ children }) => (
      <I18nextProvider i18n={texts}>
        <ThemeProvider>
          <KeysProvider>
            <ToastProvider>
              <Router hook={location.hook}>{children}</Router>
            </ToastProvider>
          </KeysProvider>
        </ThemeProvider>
      </I18nextProvider>
    ),
  });
  const switchTo = async (language: Language) => {
    await switchLanguage(texts, language, loadTexts);
    return texts;
  };
  return { ...result, history: location.history, switchTo };
}

/** For tests: what axe finds wrong; contrast needs a layout and is left to the browser. */
export async function findViolations(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}
