import { Dialog } from '@esocial/ui/components/Dialog.tsx';
import { useTranslation } from 'react-i18next';
import { signInUrl } from './sign-in-url.ts';

/** The session ended while somebody worked: sign in beside, and go on where the page stands. */
export function ExpiredDialog({ onContinue, failed }: { onContinue: () => void; failed: boolean }) {
  const { t } = useTranslation('session');
  return (
    <Dialog
      title={t('expired.title')}
      mustAnswer
      onClose={onContinue}
      footer={
        <>
          <button type="button" className="es-button-link es-button-link-quiet" onClick={onContinue}>
            {t('expired.continue')}
          </button>
          <a className="es-button-link" href={signInUrl('/signed-in')} target="_blank" rel="opener">
            {t('expired.action')}
          </a>
        </>
      }
    >
      <p>{t('expired.text')}</p>
      <p role="status" className="es-field-error">
        {failed && t('expired.notYet')}
      </p>
    </Dialog>
  );
}
