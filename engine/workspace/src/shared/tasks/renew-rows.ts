import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';

/** What a fresh first page says about the rows that are shown. */
export interface Renewal {
  /** The rows shown, in their order and their groups, each as it is now as far as it stays where it is. */
  rows: TaskListItem[];
  /** Rows that are new, kept back until asked for. */
  fresh: string[];
  /** Rows that are shown and left the list, or belong elsewhere in it. */
  outdated: string[];
  /** Those of them that are no longer in the list. */
  gone: string[];
}

/**
 * Compares the rows shown with a fresh first page, so that none of them moves. `changed` are the
 * tasks the server said changed: only they can have left, because further rows may simply lie
 * behind the first page.
 */
export function renewRows(
  shown: readonly TaskListItem[],
  firstPage: readonly TaskListItem[],
  changed: readonly string[],
): Renewal {
  const now = new Map(firstPage.map((task) => [task.id, task]));
  const known = new Set(shown.map((task) => task.id));
  const staysPut = (task: TaskListItem) => {
    const renewed = now.get(task.id);
    return renewed ? renewed.dueAt === task.dueAt : !changed.includes(task.id);
  };
  const outdated = shown.filter((task) => !staysPut(task)).map(({ id }) => id);
  return {
    rows: shown.map((task) => (staysPut(task) ? (now.get(task.id) ?? task) : task)),
    fresh: firstPage.map(({ id }) => id).filter((id) => !known.has(id) && changed.includes(id)),
    outdated,
    gone: outdated.filter((id) => !now.has(id)),
  };
}

/** The rows with what became of those that are gone, each where it stands. */
export function markGone(
  rows: readonly TaskListItem[],
  gone: readonly string[],
  now: readonly TaskListItem[],
): TaskListItem[] {
  const found = new Map(now.map((task) => [task.id, task]));
  return rows.map((task) => {
    const present = gone.includes(task.id) ? found.get(task.id) : undefined;
    if (!present) return task;
    const { assignee, state, version } = present;
    return { ...task, state, version, ...(assignee && { assignee }) };
  });
}
