import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';

/** Somebody else was faster with the same fields; their values are shown. */
export function ConflictNotice({ pointers }: { pointers: readonly string[] }) {
  const { t } = useTranslation('task');
  return (
    <div role="status">
      {pointers.length > 0 && (
        <div className="es-message es-tone-warning">
          <Icon name="alert" />
          <p className="es-message-body">{t('draft.conflict', { count: pointers.length })}</p>
        </div>
      )}
    </div>
  );
}
