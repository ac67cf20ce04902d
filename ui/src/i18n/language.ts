/** Languages of the product; Romanian is the default and the fallback. */
export const languages = ['ro', 'ru', 'en'] as const;

export type Language = (typeof languages)[number];

/** Whether `value` names one of the product's languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language that `tag` (such as `ro-MD`) stands for; Romanian when it is none of ours. */
export function languageOf(tag: string | undefined): Language {
  const primary = tag?.slice(0, 2).toLowerCase();
  return isLanguage(primary) ? primary : 'ro';
}

/** The locale for Intl; dates and numbers follow the habits of Moldova also in English. */
export function localeOf(language: Language): string {
  return { ro: 'ro-MD', ru: 'ru-MD', en: 'en-GB' }[language];
}
