import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { useMay } from '../../shared/session/SessionContext.ts';

/** Begins a new case, for those who may. */
export function StartButton() {
  const { t } = useTranslation('worklist');
  if (!useMay('case.start')) return null;
  return (
    <Link href={links.start()} className="es-button-link es-no-print">
      <Icon name="plus" />
      {t('start')}
    </Link>
  );
}
