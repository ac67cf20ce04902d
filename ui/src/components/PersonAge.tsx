import { useTranslation } from 'react-i18next';

/** Age in full years, in words. */
export function PersonAge({ age }: { age: number }) {
  const { t } = useTranslation('ui');
  return <span className="es-nowrap">{t('age', { count: age })}</span>;
}
