import { useUrlState } from '../../shared/useUrlState.ts';
import type { TaskListFilter } from './api/task-list.ts';
import { queueOf } from './queues.ts';

/** The worklist's state, all of it in the address. */
export function useWorklistAddress() {
  const { get, set } = useUrlState();
  const filter: TaskListFilter = { queue: queueOf(get('queue')), workflow: get('workflow'), sort: get('sort') };
  return {
    filter,
    selectedId: get('task'),
    select: (id: string | undefined) => set({ task: id }, true),
    change: (changes: Record<string, string | undefined>) => set({ ...changes, task: undefined }),
  };
}
