import { isProblem } from '../../api/problem.ts';

/** Who claimed the task first, and when; undefined when `error` is something else. */
export function claimRefusal(error: unknown): { who: string; at: string | undefined } | undefined {
  if (!isProblem(error, 'task_already_claimed')) return undefined;
  const details: { assignee?: { displayName?: string }; claimedAt?: string } | undefined = error.problem.details;
  return { who: details?.assignee?.displayName ?? '', at: details?.claimedAt };
}
