import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import { useQueryClient, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLiveEvent } from '../../live/LiveContext.ts';
import { allItems } from '../pages.ts';
import { fetchCaseTasks } from './case-tasks.ts';
import { markGone, renewRows } from './renew-rows.ts';

interface LiveList {
  queryKey: QueryKey;
  /** Asks for the first page anew. */
  fetchFirst: () => Promise<TaskList>;
}

export interface WaitingChanges {
  /** New tasks that are not shown yet. */
  fresh: number;
  /** Rows shown that left the list or belong elsewhere in it. */
  outdated: number;
}

export interface LiveRows {
  waiting: WaitingChanges;
  /** The rows shown that are no longer in the list: taken by somebody, or done. */
  gone: ReadonlySet<string>;
  show: () => void;
}

const nothing = { fresh: [] as string[], outdated: [] as string[], gone: [] as string[] };

/**
 * Keeps the rows of a task list true while they are read: what can change in its place changes,
 * what left the list is marked where it stands, what would move rows is counted and done on demand. An empty list shows new tasks at once.
 */
export function useLiveRows({ queryKey, fetchFirst }: LiveList): LiveRows {
  const queries = useQueryClient();
  const name = JSON.stringify(queryKey);
  const [state, setState] = useState({ name, ...nothing });
  const pending = useRef(new Set<string>());
  const shownData = () => queries.getQueryData<InfiniteData<TaskList>>(queryKey);

  const show = () => {
    pending.current.clear();
    setState({ name, ...nothing });
    void queries.invalidateQueries({ queryKey });
  };

  useLiveEvent((event) => {
    if (event.type !== 'tasks.changed') return;
    for (const id of event.taskIds) pending.current.add(id);
    // What could not be asked for now is asked for with the next event.
    renew().catch((error: unknown) => console.warn('The changed tasks could not be asked for.', error));
  });

  async function renew() {
    const changed = [...pending.current];
    const first = await fetchFirst();
    const data = shownData();
    if (!data || allItems(data).length === 0) {
      show();
      return;
    }
    const { rows, fresh, outdated, gone } = renewRows(allItems(data), first.items, changed);
    const left = rows.filter(({ id }) => gone.includes(id));
    const now = left.length > 0 ? await fetchCaseTasks(left.map(({ caseId }) => caseId)) : [];
    queries.setQueryData<InfiniteData<TaskList>>(queryKey, {
      pages: [{ items: markGone(rows, gone, now), nextCursor: data.pages.at(-1)?.nextCursor ?? null }],
      pageParams: [undefined],
    });
    setState({ name, fresh, outdated, gone });
  }

  // What one does oneself renews the list at once, so only what still differs from it is waiting.
  const shown = shownData();
  const rows = new Set((shown ? allItems(shown) : []).map(({ id }) => id));
  const current = state.name === name ? state : nothing;
  const waiting = {
    fresh: current.fresh.filter((id) => !rows.has(id)).length,
    outdated: current.outdated.filter((id) => rows.has(id)).length,
  };
  return { waiting, gone: new Set(current.gone), show };
}
