import type { Effect } from '@esocial/process-core/types.ts';
import { noteDecision, noteElement, noteFlow } from './history-effects.ts';
import {
  callInstance,
  cancelCalledInstance,
  completeInstance,
  escalateFromCalled,
  raiseIncident,
  refuseErrorsOfCalled,
  resolveIncident,
  terminateInstance,
  throwFromCalled,
} from './instance-effects.ts';
import { migrateElement, migrateInstanceRow, migrateSubscription, migrateTimer } from './migration-effects.ts';
import type { DrivenInstance, EffectOf, StepSheet } from './step-sheet.ts';
import { freeInstance, holdInstance } from './suspension-effects.ts';
import { createTask, withdrawTask } from './task-effects.ts';
import {
  cancelTimer,
  closeSubscription,
  createJob,
  openSignalSubscription,
  openSubscription,
  setTimer,
  throwSignal,
  withdrawJob,
} from './wait-effects.ts';

type EffectWriter<Type extends Effect['type']> = (
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<Type>,
) => void | Promise<void>;

const nothing = (): void => undefined;

/** What each effect of the process core writes. */
const writers: { readonly [Type in Effect['type']]: EffectWriter<Type> } = {
  elementChanged: noteElement,
  sequenceFlowTaken: noteFlow,
  userTaskCreated: createTask,
  // Its caller names the completed task together with the person: see CallerWrites.
  userTaskCompleted: nothing,
  userTaskWithdrawn: withdrawTask,
  jobCreated: createJob,
  jobWithdrawn: withdrawJob,
  timerSet: setTimer,
  timerCancelled: cancelTimer,
  subscriptionOpened: openSubscription,
  subscriptionClosed: closeSubscription,
  signalSubscriptionOpened: openSignalSubscription,
  signalThrown: throwSignal,
  errorThrown: throwFromCalled,
  calledErrorUncaught: refuseErrorsOfCalled,
  escalationThrown: escalateFromCalled,
  instanceCalled: callInstance,
  calledInstanceCancelled: cancelCalledInstance,
  incidentRaised: raiseIncident,
  incidentResolved: resolveIncident,
  decisionEvaluated: noteDecision,
  // Variables are in the state; which ones changed is of no use to a row.
  variablesChanged: nothing,
  instanceMigrated: migrateInstanceRow,
  elementMigrated: migrateElement,
  timerMigrated: migrateTimer,
  subscriptionMigrated: migrateSubscription,
  instanceSuspended: holdInstance,
  instanceResumed: freeInstance,
  instanceCompleted: completeInstance,
  instanceTerminated: terminateInstance,
};

/** A promise only where something has to be read first: most effects are done at once. */
export function applyEffect(sheet: StepSheet, instance: DrivenInstance, effect: Effect): void | Promise<void> {
  const writer = writers[effect.type] as EffectWriter<Effect['type']>;
  return writer(sheet, instance, effect);
}
