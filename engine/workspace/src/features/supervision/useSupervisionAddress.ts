import { useUrlState } from '../../shared/useUrlState.ts';
import type { SupervisedFilter } from './api/supervised-tasks.ts';
import { taskStateOf } from './task-states.ts';

export type LoadGrouping = 'workers' | 'offices';

/** What is looked at: the overview, or the list of one number, worker or office. */
export function useSupervisionAddress() {
  const { get, set } = useUrlState();
  const state = taskStateOf(get('list'));
  const filter: SupervisedFilter | undefined = state && {
    state,
    institution: get('office'),
    assignee: get('worker'),
  };
  const grouping: LoadGrouping = get('by') === 'offices' ? 'offices' : 'workers';
  return {
    filter,
    grouping,
    selectedId: get('task'),
    select: (id: string | undefined) => set({ task: id }, true),
    group: (by: LoadGrouping) => set({ by: by === 'workers' ? undefined : by }),
  };
}
