import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLiveEvent } from '../../live/LiveContext.ts';
import { allItems } from '../../shared/pages.ts';
import { fetchTasks, taskList, type TaskListFilter } from './api/task-list.ts';
import { renewRows } from './new-tasks.ts';

/**
 * Keeps the rows true while they are read: changed rows change in place, new ones are counted and
 * shown on demand. An empty list shows them at once.
 */
export function useNewTasks(filter: TaskListFilter): { fresh: number; show: () => void } {
  const queries = useQueryClient();
  const { queryKey } = taskList(filter);
  const name = JSON.stringify(queryKey);
  const [state, setState] = useState({ name, fresh: 0 });
  const pending = useRef(new Set<string>());

  const show = () => {
    pending.current.clear();
    setState({ name, fresh: 0 });
    void queries.invalidateQueries({ queryKey });
  };

  useLiveEvent((event) => {
    if (event.type !== 'tasks.changed') return;
    for (const id of event.taskIds) pending.current.add(id);
    void renew();
  });

  async function renew() {
    const changed = [...pending.current];
    const first = await fetchTasks(filter);
    const data = queries.getQueryData<InfiniteData<TaskList>>(queryKey);
    if (!data || allItems(data).length === 0) {
      show();
      return;
    }
    const { rows, fresh } = renewRows(allItems(data), first.items, changed);
    queries.setQueryData<InfiniteData<TaskList>>(queryKey, {
      pages: [{ items: rows, nextCursor: data.pages.at(-1)?.nextCursor ?? null }],
      pageParams: [undefined],
    });
    setState({ name, fresh });
  }

  return { fresh: state.name === name ? state.fresh : 0, show };
}
