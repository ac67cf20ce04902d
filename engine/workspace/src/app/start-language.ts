import { isLanguage, languageOf, type Language } from '@esocial/ui/i18n/language.ts';

const storageKey = 'esocial-language';

/** The language to begin with: what was chosen here before, else the account's, else Romanian. */
export function startLanguage(account: Language | undefined): Language {
  const kept = localStorage.getItem(storageKey);
  return isLanguage(kept) ? kept : languageOf(account);
}

/** Remembers the language for the next start of this browser. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
