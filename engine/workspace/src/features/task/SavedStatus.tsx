import { distanceInSeconds } from './distance-in-seconds.ts';
import { useNow } from '@esocial/ui/components/useNow.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import type { DraftState } from './draft-queue.ts';

/** "Salvat acum 3 s": how far behind the server is. */
export function SavedStatus({ state }: { state: DraftState }) {
  const { t } = useTranslation('task');
  const format = useFormat();
  const now = useNow(1_000);
  if (state.status === 'saving') return <span className="es-saved">{t('draft.saving')}</span>;
  if (state.status === 'waiting') return <span className="es-field-error">{t('draft.waiting')}</span>;
  if (!state.savedAt) return <span className="es-saved">{t('draft.clean')}</span>;
  const { amount, unit } = distanceInSeconds(state.savedAt, now);
  return (
    <span className="es-saved">
      {unit === 'date'
        ? t('draft.savedAt', { at: format.dateTime(state.savedAt) })
        : t(`draft.${unit}`, { count: amount })}
    </span>
  );
}
