import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { DeadlineBadge } from '@esocial/ui/components/DeadlineBadge.tsx';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

/** What has to be done in this case now, and who has it. */
export function OpenTasks({ tasks }: { tasks: readonly TaskListItem[] }) {
  const { t } = useTranslation('cases');
  if (tasks.length === 0) return <p className="es-faint">{t('overview.noTasks')}</p>;
  return (
    <ul className="es-stack es-stack-small">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={links.task(task.id)}>{task.name}</Link>
          <div className="es-row es-small">
            <span>
              {task.assignee ? t('overview.with', { who: task.assignee.displayName }) : t('overview.unclaimed')}
            </span>
            {task.dueAt && (
              <>
                <DeadlineBadge state={task.deadlineState} />
                <DeadlineText dueAt={task.dueAt} />
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
