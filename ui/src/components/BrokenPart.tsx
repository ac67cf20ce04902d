import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

/** Shown in place of a part that failed. */
export function BrokenPart({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <div className="es-message es-tone-danger" role="alert">
      <Icon name="stop" />
      <div className="es-message-body es-stack es-stack-small">
        <strong>{t('error.title')}</strong>
        <p>{t('error.detail')}</p>
        <div>
          <button type="button" className="es-link-button" onClick={onRetry}>
            {t('error.retry')}
          </button>
        </div>
      </div>
    </div>
  );
}
