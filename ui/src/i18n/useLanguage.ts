import { useTranslation } from 'react-i18next';
import { languageOf, type Language } from './language.ts';

/** The language of the page. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language);
}
