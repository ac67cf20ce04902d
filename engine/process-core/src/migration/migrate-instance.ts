import { elementBehaviors } from '../elements/registry.ts';
import { openEvent } from '../execution/events.ts';
import type { InstanceData, Step } from '../execution/step.ts';
import { createStep, dataOf, getElement, getInstance, IncidentSignal, remember, toState } from '../execution/step.ts';
import { without } from '../execution/terminate.ts';
import type { ProcessModel } from '../model/model.ts';
import type { AdvanceContext, AdvanceResult, InstanceState } from '../types.ts';
import { CommandRejected } from '../types.ts';
import type { MigratedEvent, MigrationMapping, MigrationPlan } from './migration-plan.ts';
import { MigrationRejected } from './migration-plan.ts';
import { planMigration } from './plan-migration.ts';
import { targetOf } from './propose-mapping.ts';

/**
 * Carries a running instance over to another process (or version): every element instance goes on at the element it
 * is mapped to, with its task, job, called instance, variables and incidents as they are. Pure, as `advance` is.
 * @throws MigrationRejected with every fault; nothing has happened then.
 */
export function migrateInstance(
  source: ProcessModel,
  target: ProcessModel,
  mapping: MigrationMapping,
  state: InstanceState,
  context: AdvanceContext,
): AdvanceResult {
  if (state.status !== 'active') {
    throw new CommandRejected('INVALID_STATE', `Instance ${state.instanceId} is ${state.status}.`);
  }
  const plan = planMigration(source, target, mapping, state);
  if (plan.faults.length > 0) throw new MigrationRejected(plan.faults);
  // The clock of a suspended instance stands still: a timer set now has all its time left when it is resumed.
  const now = state.suspendedAt ?? context.now;
  const step = createStep(target, state, { ...context, now }, elementBehaviors);
  step.effects.push({ type: 'instanceMigrated', fromProcessId: source.id, processId: target.id });
  moveElements(step, mapping, plan);
  for (const event of plan.events) moveEvent(step, event);
  const isSuspended = state.suspendedAt !== undefined;
  return {
    state: toState(step),
    effects: isSuspended ? step.effects.filter((effect) => !effect.type.startsWith('timer')) : step.effects,
  };
}

function moveElements(step: Step, mapping: MigrationMapping, plan: MigrationPlan): void {
  for (const [id, instance] of Object.entries(step.elements)) {
    const elementId = targetOf(mapping, instance.elementId) ?? instance.elementId;
    step.elements[id] = { ...instance, elementId: instance.parentId === null ? step.model.id : elementId };
    const { compensable } = dataOf(instance);
    if (compensable !== undefined) remember(step, id, { compensable: mapPaths(compensable, mapping) });
  }
  for (const { elementInstanceId, elementId: fromElementId, targetElementId, elementType } of plan.elements) {
    const { parentId } = getInstance(step, elementInstanceId);
    step.effects.push({
      type: 'elementMigrated',
      elementInstanceId,
      fromElementId,
      elementId: targetElementId,
      elementType,
      parentId,
    });
  }
}

function mapPaths(paths: string[][], mapping: MigrationMapping): string[][] {
  return paths.map((path) => path.map((elementId) => targetOf(mapping, elementId) ?? elementId));
}

function moveEvent(step: Step, event: MigratedEvent): void {
  if (event.action === 'opened') open(step, event);
  else if (event.action === 'closed') close(step, event);
  else keep(step, event);
}

function keep(
  step: Step,
  { elementInstanceId: id, id: eventId, targetElementId: elementId, dueAt }: MigratedEvent,
): void {
  if (eventId === null || elementId === null) return;
  const { timers = {}, subscriptions = {} } = dataOf(getInstance(step, id));
  const { [eventId]: timer } = timers;
  if (timer === undefined) {
    remember(step, id, { subscriptions: { ...subscriptions, [eventId]: elementId } });
    step.effects.push({ type: 'subscriptionMigrated', subscriptionId: eventId, elementInstanceId: id, elementId });
    return;
  }
  remember(step, id, { timers: { ...timers, [eventId]: { ...timer, event: elementId } } });
  step.effects.push({
    type: 'timerMigrated',
    timerId: eventId,
    elementInstanceId: id,
    elementId,
    dueAt: dueAt ?? timer.due,
  });
}

function close(step: Step, { elementInstanceId: id, id: eventId, kind }: MigratedEvent): void {
  if (eventId === null) return;
  const { timers = {}, subscriptions = {} }: InstanceData = dataOf(getInstance(step, id));
  if (kind === 'timer') {
    remember(step, id, { timers: without(timers, [eventId]) });
    step.effects.push({ type: 'timerCancelled', timerId: eventId });
  } else {
    remember(step, id, { subscriptions: without(subscriptions, [eventId]) });
    step.effects.push({ type: 'subscriptionClosed', subscriptionId: eventId });
  }
}

function open(step: Step, { elementInstanceId, targetElementId }: MigratedEvent): void {
  const elementId = targetElementId ?? '';
  try {
    openEvent(step, elementInstanceId, getElement(step, elementId));
  } catch (error) {
    if (!(error instanceof IncidentSignal)) throw error;
    const message = `The event "${elementId}" cannot be opened: ${error.message}`;
    throw new MigrationRejected([{ code: 'EVENT_NOT_OPENED', elementId, elementInstanceId, message }]);
  }
}
