import { useTranslation } from 'react-i18next';
import type { WaitingChanges } from './useLiveRows.ts';

interface ChangesBarProps {
  waiting: WaitingChanges;
  onShow: () => void;
}

/** Changes of the list wait here, so that nothing moves under the eyes. */
export function ChangesBar({ waiting: { fresh, outdated }, onShow }: ChangesBarProps) {
  const { t } = useTranslation('shared');
  const count = fresh + outdated;
  return (
    <div role="status">
      {count > 0 && (
        <button type="button" className="es-new-tasks" onClick={onShow}>
          {outdated === 0 ? t('list.newTasks', { count }) : t('list.changes', { count })}
        </button>
      )}
    </div>
  );
}
