import { useTranslation } from 'react-i18next';

/** New tasks wait here, so that nothing moves under the eyes. */
export function NewTasksBar({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation('worklist');
  return (
    <div role="status">
      {count > 0 && (
        <button type="button" className="es-new-tasks" onClick={onShow}>
          {t('newTasks', { count })}
        </button>
      )}
    </div>
  );
}
