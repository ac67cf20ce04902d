import type { Actor } from '../access/actor.ts';
import { decide } from '../access/decide.ts';
import type { StepOutcome } from './process-engine.ts';
import type { TaskRow } from './step-writes.ts';

export interface NextTask {
  readonly state: 'none' | 'ready' | 'pending';
  readonly taskId?: string;
  readonly name?: string;
}

/** The task that the person who has just acted can go on with: one of theirs, else one that they may claim. */
export function nextTaskFor(actor: Actor, { pending, createdTasks, queues }: StepOutcome): NextTask {
  if (pending) return { state: 'pending' };
  const roles = new Map(queues.map((queue) => [queue.id, queue.roles]));
  const mine = createdTasks.find((task) => task.assignee_id === actor.userId);
  const next =
    mine ??
    createdTasks.find((task) => task.assignee_id === null && mayClaim(actor, task, roles.get(task.queue_id) ?? []));
  return next ? { state: 'ready', taskId: next.id, name: next.name } : { state: 'none' };
}

function mayClaim(actor: Actor, task: TaskRow, roles: readonly string[]): boolean {
  const object = { institutionId: task.institution_id, teamId: task.team_id, territoryId: task.territory_id };
  return roles.some((role) => actor.roles.includes(role)) && decide(actor, 'task.claim', object).allowed;
}
