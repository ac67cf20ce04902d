import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';

/** What a fresh first page says about the rows that are shown. */
export interface Renewal {
  /** The rows shown, each as it is now; those that left the queue are gone. */
  rows: TaskListItem[];
  /** Rows that are new, kept back until asked for. */
  fresh: number;
}

/**
 * Compares the rows shown with a fresh first page. `mayHaveLeft` are the tasks the server said
 * changed: only they can be gone, because further rows may simply lie behind the first page.
 */
export function renewRows(
  shown: readonly TaskListItem[],
  firstPage: readonly TaskListItem[],
  mayHaveLeft: readonly string[],
): Renewal {
  const now = new Map(firstPage.map((task) => [task.id, task]));
  const known = new Set(shown.map((task) => task.id));
  const left = (task: TaskListItem) => mayHaveLeft.includes(task.id) && !now.has(task.id);
  return {
    rows: shown.filter((task) => !left(task)).map((task) => now.get(task.id) ?? task),
    fresh: firstPage.filter((task) => !known.has(task.id) && mayHaveLeft.includes(task.id)).length,
  };
}
