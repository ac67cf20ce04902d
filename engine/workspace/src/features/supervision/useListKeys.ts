import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { useShortcuts } from '@esocial/ui/keys/useShortcuts.ts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';

interface ListKeys {
  tasks: readonly TaskListItem[];
  selectedId: string | undefined;
  select: (id: string) => void;
  /** Undefined when the person may not give tasks to others. */
  tick: ((id: string) => void) | undefined;
}

/** j and k move, Enter opens, x ticks. */
export function useListKeys({ tasks, selectedId, select, tick }: ListKeys): void {
  const { t } = useTranslation('supervision');
  const [, navigate] = useLocation();
  const position = tasks.findIndex((task) => task.id === selectedId);
  const current = tasks[position];
  const move = (step: number) => {
    const next = tasks[Math.min(Math.max(position + step, 0), tasks.length - 1)];
    if (!next) return;
    select(next.id);
    document.getElementById(`task-${next.id}`)?.focus();
  };
  useShortcuts('page', [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'Enter', label: t('keys.open'), run: () => current && navigate(links.task(current.id)) },
    ...(tick ? [{ keys: 'x', label: t('keys.tick'), run: () => current && tick(current.id) }] : []),
  ]);
}
