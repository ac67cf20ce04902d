import type { Language } from '@esocial/ui/i18n/language.ts';
import { useLanguage } from '@esocial/ui/i18n/useLanguage.ts';
import { Skeleton } from '@esocial/ui/components/Skeleton.tsx';
import type { i18n as I18n, ResourceLanguage } from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type FeatureTextLoader = (language: Language) => Promise<ResourceLanguage[string]>;

interface FeatureTextsProps {
  namespace: string;
  load: FeatureTextLoader;
  children: ReactNode;
}

/**
 * Loads the texts of a feature that few people open with its page, so that everybody else's first page is lighter.
 * Romanian comes with them, because a text that another language lacks falls back to it.
 */
export function FeatureTexts({ namespace, load, children }: FeatureTextsProps) {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const [failure, setFailure] = useState<Error>();
  const [, setLoaded] = useState(0);
  const missing = missingLanguages(i18n, language, namespace).join();
  useEffect(() => {
    if (missing === '') return;
    let current = true;
    addTexts(i18n, language, namespace, load).then(
      () => current && setLoaded((count) => count + 1),
      (error: unknown) => current && setFailure(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      current = false;
    };
  }, [i18n, language, namespace, load, missing]);
  if (failure) throw failure;
  return missing === '' ? (
    children
  ) : (
    <div className="es-page">
      <Skeleton rows={8} />
    </div>
  );
}

function missingLanguages(i18n: I18n, language: Language, namespace: string): Language[] {
  const wanted: Language[] = language === 'ro' ? ['ro'] : ['ro', language];
  return wanted.filter((each) => !i18n.hasResourceBundle(each, namespace));
}

/** Adds what is missing of a feature's texts in a language. */
export async function addTexts(
  i18n: I18n,
  language: Language,
  namespace: string,
  load: FeatureTextLoader,
): Promise<void> {
  const missing = missingLanguages(i18n, language, namespace);
  const texts = await Promise.all(missing.map(load));
  missing.forEach((each, index) => i18n.addResourceBundle(each, namespace, texts[index]));
}
