import type { LocalizedText } from '@esocial/contracts/generated/localized-text.ts';
import type { Language } from '@esocial/ui/i18n/language.ts';

/** A text of a definition in `language`, in Romanian where there is no translation. */
export function localized(text: LocalizedText, language: Language): string {
  return text[language] ?? text.ro;
}
