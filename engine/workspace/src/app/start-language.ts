import { isLanguage, languageOf, type Language } from '@esocial/ui/i18n/language.ts';

const storageKey = 'esocial-language';

/** The language to begin with: the account's; before anybody signs in what was chosen here before, else Romanian. */
export function startLanguage(account: Language | undefined): Language {
  if (account) return account;
  const kept = localStorage.getItem(storageKey);
  return isLanguage(kept) ? kept : languageOf(undefined);
}

/** Remembers the language for the next start of this browser. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
