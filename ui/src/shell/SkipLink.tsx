import { useTranslation } from 'react-i18next';

/** The first stop of the keyboard: past header and navigation. */
export function SkipLink() {
  const { t } = useTranslation('ui');
  return (
    <a className="es-skip" href="#content">
      {t('shell.skip')}
    </a>
  );
}
