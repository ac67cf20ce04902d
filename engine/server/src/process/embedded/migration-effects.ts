import type { DrivenInstance, EffectOf, StepSheet } from './step-sheet.ts';

/** The instance's row and those of its open tasks name the version that it runs now. */
export function migrateInstanceRow(
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<'instanceMigrated'>,
): void {
  sheet.rare.migratedInstances.push({
    id: instance.id,
    workflow_version_id: instance.workflow.versionId,
    process_id: effect.processId,
  });
}

/** Its task, job and incidents stay, under the new element. */
export function migrateElement(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'elementMigrated'>): void {
  const { elementInstanceId: id, elementId, fromElementId } = effect;
  if (elementId === fromElementId) return;
  sheet.rare.migratedElements.push({ id, element_id: elementId });
  const incidents = Object.entries(instance.state?.incidents ?? {});
  for (const [incidentId, incident] of incidents) {
    if (incident.elementInstanceId === id) sheet.rare.migratedIncidents.push({ id: incidentId, element_id: elementId });
  }
}

export function migrateTimer(sheet: StepSheet, _instance: DrivenInstance, effect: EffectOf<'timerMigrated'>): void {
  const { timerId: id, elementId, dueAt } = effect;
  sheet.rare.migratedTimers.push({ id, element_id: elementId, due_at: dueAt });
}

export function migrateSubscription(
  sheet: StepSheet,
  _instance: DrivenInstance,
  effect: EffectOf<'subscriptionMigrated'>,
): void {
  sheet.rare.migratedSubscriptions.push({ id: effect.subscriptionId, element_id: effect.elementId });
}
