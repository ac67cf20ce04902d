import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { useTranslation } from 'react-i18next';
import type { StartDraftState } from './useStartDraft.ts';

/** Whether what was typed is safe. */
export function StartDraftStatus({ state }: { state: StartDraftState }) {
  const { t } = useTranslation('start-case');
  if (state.status === 'failed') return <span className="es-field-error">{t('draft.failed')}</span>;
  return (
    <span className="es-saved">
      {t(`draft.${state.status}`)} {state.status === 'saved' && state.savedAt && <RelativeTime at={state.savedAt} />}
    </span>
  );
}
