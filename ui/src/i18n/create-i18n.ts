import i18next, { type i18n, type Resource, type ResourceLanguage } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language.ts';

/** Loads the texts of one language, all namespaces. */
export type TextLoader = (language: Language) => Promise<ResourceLanguage>;

/**
 * Starts translation with ICU messages. Romanian is loaded always, because a text missing in
 * another language falls back to it.
 */
export async function createI18n(language: Language, load: TextLoader): Promise<i18n> {
  const wanted: Language[] = language === 'ro' ? ['ro'] : ['ro', language];
  const resources: Resource = {};
  for (const each of wanted) resources[each] = await load(each);
  const instance = i18next.createInstance();
  await instance
    .use(new ICU())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'ro',
      resources,
      showSupportNotice: false,
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  return instance;
}

/** Switches the language in place: what is on the page stays, its texts change. */
export async function switchLanguage(instance: i18n, language: Language, load: TextLoader): Promise<void> {
  if (!instance.hasResourceBundle(language, 'ui')) {
    const texts = await load(language);
    for (const [namespace, bundle] of Object.entries(texts)) instance.addResourceBundle(language, namespace, bundle);
  }
  await instance.changeLanguage(language);
}
