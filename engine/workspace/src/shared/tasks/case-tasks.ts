import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import { request, withQuery } from '../../api/request.ts';

const mostCases = 10;

/**
 * The open tasks of these cases as they are now, for rows that left a list: who took them. Of many at once only the
 * first cases are asked for, and what cannot be had is left out: the rows are marked as gone all the same.
 */
export async function fetchCaseTasks(caseIds: readonly string[]): Promise<TaskListItem[]> {
  const asked = [...new Set(caseIds)].slice(0, mostCases);
  const lists = await Promise.allSettled(
    asked.map((caseId) => request<TaskList>(withQuery('/tasks', { queue: 'all', case: caseId, limit: 100 }))),
  );
  return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.items : []));
}
