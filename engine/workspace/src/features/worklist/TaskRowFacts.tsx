import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { PersonAge } from '@esocial/ui/components/PersonAge.tsx';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shared/session/SessionContext.ts';

/** About whom, which case, where, and who has it. */
export function TaskRowFacts({ task }: { task: TaskListItem }) {
  const { t } = useTranslation('worklist');
  const { user } = useSession();
  const holder = task.assignee?.id === user.id ? t('me') : (task.assignee?.displayName ?? t('nobody'));
  return (
    <span className="es-task-facts">
      {task.person && (
        <span>
          {task.person.displayName}
          {task.person.age !== undefined && (
            <>
              , <PersonAge age={task.person.age} />
            </>
          )}
        </span>
      )}
      <span className="es-numeric es-nowrap">{task.caseNumber}</span>
      {task.locality && <span>{task.locality}</span>}
      <span>{holder}</span>
    </span>
  );
}
