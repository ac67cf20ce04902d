import type { TextLoader } from '@esocial/ui/i18n/create-i18n.ts';

/** All texts of one language, loaded when it is first wanted. */
export const loadTexts: TextLoader = async (language) => {
  switch (language) {
    case 'ro':
      return (await import('../texts/ro.ts')).texts;
    case 'ru':
      return (await import('../texts/ru.ts')).texts;
    case 'en':
      return (await import('../texts/en.ts')).texts;
  }
};
