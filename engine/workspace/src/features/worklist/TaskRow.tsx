import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { DeadlineBadge } from '@esocial/ui/components/DeadlineBadge.tsx';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { GoneBadge } from './GoneBadge.tsx';
import { TaskRowFacts } from './TaskRowFacts.tsx';

interface TaskRowProps {
  task: TaskListItem;
  href: string;
  selected: boolean;
  /** No longer in the list: it stays where it is read until the list is renewed. */
  gone: boolean;
  ticked: boolean;
  onTick: () => void;
  /** Opens beside the list; without it, and by Enter, the link leads to the page. */
  onSelect: (() => void) | undefined;
}

const urgent = 75;

/** A task as a row: what and by when, then about whom and where. */
export function TaskRow({ task, href, selected, gone, ticked, onTick, onSelect }: TaskRowProps) {
  const { t } = useTranslation('worklist');
  const late = task.deadlineState === 'overdue' || task.deadlineState === 'atRisk';
  return (
    <li className="es-task" data-selected={selected} data-gone={gone}>
      <input
        type="checkbox"
        className="es-check"
        aria-label={t('tick', { name: task.name, number: task.caseNumber })}
        checked={ticked && !gone}
        disabled={gone}
        onChange={onTick}
      />
      <Link
        id={`task-${task.id}`}
        href={href}
        className="es-task-link"
        aria-current={selected ? 'true' : undefined}
        onClick={(event) => {
          const byKeyboard = event.detail === 0;
          if (!onSelect || byKeyboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onSelect();
        }}
      >
        <span className="es-task-line">
          <span className="es-task-name">{task.name}</span>
          <span className="es-task-due">
            {gone && <GoneBadge task={task} />}
            {task.priority >= urgent && <StateBadge tone="danger">{t('urgent')}</StateBadge>}
            {late && <DeadlineBadge state={task.deadlineState} />}
            {task.dueAt && <DeadlineText dueAt={task.dueAt} />}
          </span>
        </span>
        <TaskRowFacts task={task} />
      </Link>
    </li>
  );
}
