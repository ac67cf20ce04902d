import type { Language } from '@esocial/ui/i18n/language.ts';
import type { FeatureTextLoader } from '../../../shared/FeatureTexts.tsx';

/** The texts of this feature in one language. */
export const loadOperationsTexts: FeatureTextLoader = async (language: Language) => {
  switch (language) {
    case 'ro':
      return (await import('./ro.json')).default;
    case 'ru':
      return (await import('./ru.json')).default;
    case 'en':
      return (await import('./en.json')).default;
  }
};
