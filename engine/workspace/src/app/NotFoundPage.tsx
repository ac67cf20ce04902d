import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** No view has this address. */
export function NotFoundPage() {
  const { t } = useTranslation('ui');
  return (
    <div className="es-page es-page-narrow es-stack">
      <PageTitle title={t('problem.notFound')}>{t('problem.notFound')}</PageTitle>
      <p>{t('problem.notFoundDetail')}</p>
      <Link href="/">{t('shell.home')}</Link>
    </div>
  );
}
