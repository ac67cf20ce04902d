import { createFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { useLanguage } from './useLanguage.ts';

const formats = new Map<Language, Format>();

/** Formatters of the page's language. */
export function useFormat(): Format {
  const language = useLanguage();
  let format = formats.get(language);
  if (!format) {
    format = createFormat(language);
    formats.set(language, format);
  }
  return format;
}
