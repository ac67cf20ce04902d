import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';

export interface Refusal {
  task: Pick<TaskListItem, 'id' | 'name' | 'caseNumber'>;
  code: string;
}

const knownCodes = ['forbidden', 'not_found', 'task_changed', 'user_not_eligible'];

/** The tasks that could not be given to somebody else, each with why. */
export function RefusedTasks({ refusals, onClose }: { refusals: readonly Refusal[]; onClose: () => void }) {
  const { t } = useTranslation('supervision');
  if (refusals.length === 0) return null;
  return (
    <div className="es-message es-tone-warning" role="alert">
      <Icon name="alert" />
      <div className="es-message-body es-stack es-stack-small">
        <strong>{t('refused.title', { count: refusals.length })}</strong>
        <ul className="es-stack es-stack-tight">
          {refusals.map(({ task, code }) => (
            <li key={task.id}>
              {task.name}, <span className="es-numeric es-nowrap">{task.caseNumber}</span>:{' '}
              {t(`refused.${knownCodes.includes(code) ? code : 'ended'}`)}
            </li>
          ))}
        </ul>
        <div>
          <button type="button" className="es-link-button" onClick={onClose}>
            {t('refused.close')}
          </button>
        </div>
      </div>
    </div>
  );
}
