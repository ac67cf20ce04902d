import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import type { LoadGrouping } from './useSupervisionAddress.ts';

/** How many open tasks with a deadline are in which state. */
export interface Load {
  onTime: number;
  atRisk: number;
  overdue: number;
}

export interface LoadRow extends Load {
  id: string;
  name: string;
  oldest?: string | undefined;
  /** Only of offices. */
  unclaimed?: number;
}

export const loadStates = ['onTime', 'atRisk', 'overdue'] as const;

/** All tasks of a load. */
export function totalOf(load: Load): number {
  return load.onTime + load.atRisk + load.overdue;
}

/** The rows of the summary, most late first as the server gives them. */
export function loadRows(summary: SupervisionSummary, grouping: LoadGrouping): LoadRow[] {
  return grouping === 'workers'
    ? summary.byWorker.map(({ user, ...load }) => ({ ...load, id: user.id, name: user.displayName }))
    : summary.byInstitution.map(({ institution, ...load }) => ({
        ...load,
        id: institution.id,
        name: institution.name,
      }));
}

/** What a colleague has now, and would have after taking over `tasks`; those already theirs change nothing. */
export function loadAfter(
  summary: SupervisionSummary,
  colleagueId: string,
  tasks: readonly TaskListItem[],
): { before: Load; after: Load } {
  const found = summary.byWorker.find(({ user }) => user.id === colleagueId);
  const before: Load = { onTime: found?.onTime ?? 0, atRisk: found?.atRisk ?? 0, overdue: found?.overdue ?? 0 };
  const after = { ...before };
  for (const task of tasks) {
    if (task.assignee?.id !== colleagueId && task.deadlineState !== 'none') after[task.deadlineState] += 1;
  }
  return { before, after };
}
