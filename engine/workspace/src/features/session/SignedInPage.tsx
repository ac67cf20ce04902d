import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Where signing in again ends: this tab closes itself, the other one goes on. */
export function SignedInPage() {
  const { t } = useTranslation('session');
  useEffect(() => window.close(), []);
  return (
    <main className="es-sign-in">
      <PageTitle title={t('signedIn.title')}>{t('signedIn.title')}</PageTitle>
      <p>{t('signedIn.text')}</p>
    </main>
  );
}
