import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import { newId } from '../../ids/new-id.ts';
import { isHandled } from '../jobs/job-handlers.ts';
import type { DrivenInstance, EffectOf, StepSheet } from './step-sheet.ts';
import { dropRow } from './step-sheet.ts';

/** Jobs that one step does itself; what is more is left to the workers. */
const MAX_INLINE_JOBS = 100;

/** A job of ours that is due is done within the step; any other waits in its row. */
export function createJob(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'jobCreated'>): void {
  const due = effect.dueAt === null || Date.parse(effect.dueAt) <= sheet.now.getTime();
  if (due && isHandled(effect.jobType) && sheet.queue.length < MAX_INLINE_JOBS) {
    sheet.queue.push({ do: 'job', instanceId: instance.id, job: effect });
    return;
  }
  sheet.rows.jobs.push({
    id: effect.elementInstanceId,
    instance_id: instance.id,
    element_id: effect.elementId,
    job_type: effect.jobType,
    headers: effect.headers,
    variables: effect.variables,
    retries: effect.retries,
    due_at: effect.dueAt ?? sheet.now.toISOString(),
  });
}

export function withdrawJob(sheet: StepSheet, _instance: DrivenInstance, effect: EffectOf<'jobWithdrawn'>): void {
  const id = effect.elementInstanceId;
  const waiting = sheet.queue.findIndex((work) => work.do === 'job' && work.job.elementInstanceId === id);
  if (waiting >= 0) sheet.queue.splice(waiting, 1);
  else if (!dropRow(sheet.rows.jobs, id)) sheet.removed.jobs.push(id);
}

export function setTimer(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'timerSet'>): void {
  sheet.rows.timers.push({
    id: effect.timerId,
    instance_id: instance.id,
    element_id: effect.elementId,
    due_at: effect.dueAt,
  });
}

export function cancelTimer(sheet: StepSheet, _instance: DrivenInstance, effect: EffectOf<'timerCancelled'>): void {
  if (!dropRow(sheet.rows.timers, effect.timerId)) sheet.removed.timers.push(effect.timerId);
}

export function openSubscription(
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<'subscriptionOpened'>,
): void {
  sheet.rows.subscriptions.push({
    id: effect.subscriptionId,
    instance_id: instance.id,
    process_id: instance.processId,
    element_id: effect.elementId,
    message_name: effect.messageName,
    correlation_key: effect.correlationKey,
  });
}

export function openSignalSubscription(
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<'signalSubscriptionOpened'>,
): void {
  sheet.rare.signalSubscriptions.push({
    id: effect.subscriptionId,
    instance_id: instance.id,
    element_id: effect.elementId,
    signal_name: effect.signalName,
  });
}

/** The signal is kept with a delivery to each subscription that is open at the commit; workers hand them on. */
export function throwSignal(sheet: StepSheet, _instance: DrivenInstance, effect: EffectOf<'signalThrown'>): void {
  sheet.rare.signals.push({ id: newId(), name: effect.name, variables: effect.variables });
}

export function closeSubscription(
  sheet: StepSheet,
  instance: DrivenInstance,
  { subscriptionId: id }: EffectOf<'subscriptionClosed'>,
): void {
  if (dropRow(sheet.rows.subscriptions, id) || dropRow(sheet.rare.signalSubscriptions, id)) return;
  sheet.removed.subscriptions.push(id);
  if (hasSignals(instance.model)) sheet.rare.removedSignalSubscriptions.push(id);
}

const modelsWithSignals = new WeakMap<ProcessModel, boolean>();

/** Whether something in the process may wait for a signal; counted once a model. */
function hasSignals(model: ProcessModel): boolean {
  const known = modelsWithSignals.get(model);
  if (known !== undefined) return known;
  const found = [...model.elements.values()].some(({ event }) => event?.kind === 'signal');
  modelsWithSignals.set(model, found);
  return found;
}
