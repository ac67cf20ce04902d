import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { civilDay, daysBetween } from '@esocial/ui/i18n/civil-day.ts';

export const groupKeys = ['overdue', 'today', 'week', 'later', 'none'] as const;

export type GroupKey = (typeof groupKeys)[number];

export interface TaskGroup {
  key: GroupKey;
  tasks: TaskListItem[];
}

/** Groups open tasks by when they are due, keeping their order within a group. */
export function groupTasks(tasks: readonly TaskListItem[], now: Date): TaskGroup[] {
  return groupKeys
    .map((key) => ({ key, tasks: tasks.filter((task) => groupOf(task, now) === key) }))
    .filter((group) => group.tasks.length > 0);
}

function groupOf(task: TaskListItem, now: Date): GroupKey {
  if (!task.dueAt) return 'none';
  const due = new Date(task.dueAt);
  if (due <= now) return 'overdue';
  const today = civilDay(now);
  const days = daysBetween(today, civilDay(due));
  if (days === 0) return 'today';
  return days <= daysToSunday(today) ? 'week' : 'later';
}

function daysToSunday(day: string): number {
  return (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7;
}
