/** The queues of the worklist in the order shown; the first is the start page. */
export const queues = ['mine', 'unclaimed', 'overdue', 'today', 'week', 'waiting', 'done'] as const;

export type Queue = (typeof queues)[number];

/** The queue that an address names; mine when it names none. */
export function queueOf(value: string | undefined): Queue {
  return queues.find((queue) => queue === value) ?? 'mine';
}
