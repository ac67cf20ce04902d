import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { DeadlineBadge } from '@esocial/ui/components/DeadlineBadge.tsx';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

interface SupervisedTaskProps {
  task: TaskListItem;
  selected: boolean;
  ticked: boolean;
  /** Undefined when the person may not give tasks to others. */
  onTick: (() => void) | undefined;
}

/** A task with its deadline and who has it. */
export function SupervisedTask({ task, selected, ticked, onTick }: SupervisedTaskProps) {
  const { t } = useTranslation('supervision');
  return (
    <li className="es-task" data-selected={selected}>
      {onTick && (
        <input
          type="checkbox"
          className="es-check es-no-print"
          aria-label={t('list.tick', { name: task.name, number: task.caseNumber })}
          checked={ticked}
          onChange={onTick}
        />
      )}
      <Link
        id={`task-${task.id}`}
        href={links.task(task.id)}
        className="es-task-link"
        aria-current={selected ? 'true' : undefined}
      >
        <span className="es-task-line">
          <span className="es-task-name">{task.name}</span>
          <span className="es-task-due">
            {task.deadlineState !== 'none' && <DeadlineBadge state={task.deadlineState} />}
            {task.dueAt && <DeadlineText dueAt={task.dueAt} />}
          </span>
        </span>
        <span className="es-task-facts">
          {task.person && <span>{task.person.displayName}</span>}
          <span className="es-numeric es-nowrap">{task.caseNumber}</span>
          {task.locality && <span>{task.locality}</span>}
          <span>{task.assignee?.displayName ?? t('list.nobody')}</span>
        </span>
      </Link>
    </li>
  );
}
