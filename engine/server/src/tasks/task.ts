import type { Actor } from '../access/actor.ts';
import type { AccessObject } from '../access/decide.ts';
import { ConflictError } from '../errors/app-error.ts';
import type { CaseFacts } from '../process/case-facts.ts';

export type TaskState = 'open' | 'completing' | 'completed' | 'withdrawn';

/** What of a task decides about access to it. */
export function taskObject(task: { readonly assigneeId: string | null; readonly facts: CaseFacts }): AccessObject {
  const { institutionId, teamId, territoryId } = task.facts;
  return { institutionId, teamId, territoryId, assigneeId: task.assigneeId };
}

/** Throws ConflictError unless the task is open. */
export function requireOpen(task: { readonly id: string; readonly state: TaskState }): void {
  if (task.state === 'open') return;
  const code =
    task.state === 'withdrawn' ? 'task_withdrawn' : task.state === 'completed' ? 'task_completed' : 'task_completing';
  throw new ConflictError(code, `The task ${task.id} is ${task.state}`);
}

/** Throws ConflictError unless the task is the actor's: who submits must have claimed it. */
export function requireAssignee(task: { readonly id: string; readonly assigneeId: string | null }, actor: Actor): void {
  if (task.assigneeId === actor.userId) return;
  throw task.assigneeId === null
    ? new ConflictError('task_not_claimed', `The task ${task.id} must be claimed first`)
    : new ConflictError('task_not_assigned', `The task ${task.id} is assigned to somebody else`);
}
