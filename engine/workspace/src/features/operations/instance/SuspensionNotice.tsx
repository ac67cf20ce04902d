import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';

/** Since when, why and by whom the instance is suspended. */
export function SuspensionNotice({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { suspension } = instance;
  if (!suspension) return null;
  return (
    <div className="es-message es-tone-warning" role="note">
      <Icon name="hourglass" />
      <div className="es-message-body es-stack es-stack-small">
        <strong>{t('suspension.title', { at: format.dateTime(suspension.since) })}</strong>
        <p>
          {t('suspension.reason', { reason: suspension.reason })}
          {suspension.by && ` ${t('suspension.by', { who: suspension.by.displayName })}`}
        </p>
        <p>{t('suspension.text')}</p>
      </div>
    </div>
  );
}
