import type { Command, InstanceState } from '../types.ts';
import { CommandRejected } from '../types.ts';
import type { Step } from './step.ts';
import { dataOf, remember } from './step.ts';

const allowedWhileSuspended: ReadonlySet<Command['type']> = new Set(['resume', 'cancel', 'setVariables']);

/** A suspended instance stands still until it is resumed: nothing may move one of its tokens. */
export function refuseWhileSuspended({ instanceId }: InstanceState, { type }: Command): void {
  if (allowedWhileSuspended.has(type)) return;
  throw new CommandRejected('INVALID_STATE', `Instance ${instanceId} is suspended. Resume it, then repeat ${type}.`);
}

/** Stops the clock: every timer is cancelled; when it was due, and since when it stands still, is kept. */
export function suspend(step: Step): void {
  step.suspendedAt = step.context.now;
  for (const { timerId } of timersOf(step)) step.effects.push({ type: 'timerCancelled', timerId });
  step.effects.push({ type: 'instanceSuspended' });
}

/** Lets the clock go on: every timer is set again, later by as long as the suspension lasted. */
export function resume(step: Step): void {
  const { suspendedAt } = step;
  if (suspendedAt === undefined) {
    throw new CommandRejected('INVALID_STATE', `Instance ${step.rootId} is not suspended.`);
  }
  for (const timer of timersOf(step)) {
    const dueAt = resumedDue(timer.due, suspendedAt, step.context.now);
    const { timers = {} } = dataOf(step.elements[timer.ownerId]);
    const { [timer.timerId]: known } = timers;
    if (known === undefined) continue;
    remember(step, timer.ownerId, { timers: { ...timers, [timer.timerId]: { ...known, due: dueAt } } });
    const { timerId, ownerId: elementInstanceId, event: elementId } = timer;
    step.effects.push({ type: 'timerSet', timerId, elementInstanceId, elementId, dueAt });
  }
  step.suspendedAt = undefined;
  step.effects.push({ type: 'instanceResumed' });
}

/** The due date of a timer that had `due - suspendedAt` left; one that was overdue is due at once. */
export function resumedDue(due: string, suspendedAt: string, now: string): string {
  const left = Math.max(0, Date.parse(due) - Date.parse(suspendedAt));
  return new Date(Date.parse(now) + left).toISOString();
}

function timersOf(step: Step): { ownerId: string; timerId: string; event: string; due: string }[] {
  return Object.entries(step.elements).flatMap(([ownerId, instance]) =>
    Object.entries(dataOf(instance).timers ?? {}).map(([timerId, { event, due }]) => ({
      ownerId,
      timerId,
      event,
      due,
    })),
  );
}
