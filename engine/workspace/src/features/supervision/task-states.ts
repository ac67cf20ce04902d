/** The lists behind the numbers of today's picture. */
export const taskStates = ['overdue', 'atRisk', 'unclaimed', 'all'] as const;

export type TaskState = (typeof taskStates)[number];

/** The list that an address names, if any. */
export function taskStateOf(value: string | undefined): TaskState | undefined {
  return taskStates.find((state) => state === value);
}
