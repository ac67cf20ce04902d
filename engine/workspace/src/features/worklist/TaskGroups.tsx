import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { useNow } from '@esocial/ui/components/useNow.ts';
import { useTranslation } from 'react-i18next';
import { groupTasks } from './group-tasks.ts';
import { TaskRow } from './TaskRow.tsx';

interface TaskGroupsProps {
  tasks: readonly TaskListItem[];
  grouped: boolean;
  selectedId: string | undefined;
  hrefOf: (id: string) => string;
  isGone: (id: string) => boolean;
  isTicked: (id: string) => boolean;
  onTick: (id: string) => void;
  onSelect: ((id: string) => void) | undefined;
}

/** The rows under "Depășite (3)", "Astăzi (5)" and so on. */
export function TaskGroups(props: TaskGroupsProps) {
  const { t } = useTranslation('worklist');
  const now = useNow(60_000);
  const rows = (tasks: readonly TaskListItem[]) => (
    <ul>
      {tasks.map((task) => (
        <TaskRow
          key={task.id}
          task={task}
          href={props.hrefOf(task.id)}
          selected={task.id === props.selectedId}
          gone={props.isGone(task.id)}
          ticked={props.isTicked(task.id)}
          onTick={() => props.onTick(task.id)}
          onSelect={props.onSelect && (() => props.onSelect?.(task.id))}
        />
      ))}
    </ul>
  );
  if (!props.grouped) return rows(props.tasks);
  return (
    <div className="es-stack">
      {groupTasks(props.tasks, now).map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`} className="es-group-title" data-group={group.key}>
            {t(`group.${group.key}`)} <span className="es-faint">({group.tasks.length})</span>
          </h2>
          {rows(group.tasks)}
        </section>
      ))}
    </div>
  );
}
