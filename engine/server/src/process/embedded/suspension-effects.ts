import { readWaits } from '../instance-waits.ts';
import type { DrivenInstance, StepSheet } from './step-sheet.ts';

/** Jobs and deliveries of signals wait with the instance, and the instances that it has called are suspended with it. */
export function holdInstance(sheet: StepSheet, { state }: DrivenInstance): void {
  const { jobs, subscriptions, calledInstances } = readWaits(state);
  sheet.rare.heldJobs.push(...jobs);
  sheet.rare.heldSubscriptions.push(...subscriptions);
  for (const instanceId of calledInstances) {
    sheet.queue.push({ do: 'command', instanceId, command: { type: 'suspend' } });
  }
}

export function freeInstance(sheet: StepSheet, { state }: DrivenInstance): void {
  const { jobs, subscriptions, calledInstances } = readWaits(state);
  sheet.rare.freedJobs.push(...jobs);
  sheet.rare.freedSubscriptions.push(...subscriptions);
  for (const instanceId of calledInstances) {
    sheet.queue.push({ do: 'command', instanceId, command: { type: 'resume' } });
  }
}
