import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { Mark } from '@esocial/ui/shell/Mark.tsx';
import { LanguageMenu } from '@esocial/ui/shell/LanguageMenu.tsx';
import type { Language } from '@esocial/ui/i18n/language.ts';
import { useTranslation } from 'react-i18next';
import { signInUrl } from './sign-in-url.ts';

/** The door: one way in, through MPass. Afterwards the address asked for opens. */
export function SignInPage({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { t } = useTranslation('session');
  const here = window.location.pathname + window.location.search;
  return (
    <main className="es-sign-in">
      <div className="es-row es-row-between">
        <span className="es-mark">
          <Mark />
          eSocial
        </span>
        <LanguageMenu onChoose={onLanguage} />
      </div>
      <PageTitle title={t('signIn.title')}>{t('signIn.title')}</PageTitle>
      <p>{t('signIn.text')}</p>
      <a className="es-button-link" href={signInUrl(here)}>
        {t('signIn.action')}
      </a>
      <p className="es-faint es-small">{t('signIn.audit')}</p>
    </main>
  );
}
