import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { useShortcuts } from '@esocial/ui/keys/useShortcuts.ts';
import { useTranslation } from 'react-i18next';

interface RowKeys {
  tasks: readonly TaskListItem[];
  selectedId: string | undefined;
  select: (id: string) => void;
  open: (id: string) => void;
  claim: (id: string) => void;
  tick: (id: string) => void;
}

/** j and k move, Enter opens, c claims, x ticks. */
export function useRowKeys({ tasks, selectedId, select, open, claim, tick }: RowKeys): void {
  const { t } = useTranslation('worklist');
  const position = tasks.findIndex((task) => task.id === selectedId);
  const move = (step: number) => {
    const next = tasks[Math.min(Math.max(position + step, 0), tasks.length - 1)];
    if (!next) return;
    select(next.id);
    document.getElementById(`task-${next.id}`)?.focus();
  };
  const current = tasks[position];
  useShortcuts('page', [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'Enter', label: t('keys.open'), run: () => current && open(current.id) },
    { keys: 'c', label: t('keys.claim'), run: () => current && claim(current.id) },
    { keys: 'x', label: t('keys.tick'), run: () => current && tick(current.id) },
  ]);
}
