import type { Command } from '@esocial/process-core/types.ts';
import { NotFoundError } from '../../errors/app-error.ts';
import type { DrivenInstance, EffectOf, StepSheet } from './step-sheet.ts';
import { driveInstance, dropRow } from './step-sheet.ts';

/** A called process is an instance of its own, started within the same step. */
export async function callInstance(
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<'instanceCalled'>,
): Promise<void> {
  const called = await findCalled(sheet, instance, effect.processId);
  if (!called) {
    const message = `"${effect.elementId}" calls the process "${effect.processId}", which this case does not have. Correct the call, or migrate the instance.`;
    failCall(sheet, instance.id, effect.elementInstanceId, message);
    return;
  }
  const { workflow, model } = called;
  await driveInstance(sheet, {
    id: effect.childInstanceId,
    version: 0,
    processId: model.id,
    workflowVersionId: workflow.versionId,
    parentInstanceId: instance.id,
    parentElementInstanceId: effect.elementInstanceId,
    state: null,
  });
  sheet.queue.push({
    do: 'command',
    instanceId: effect.childInstanceId,
    command: { type: 'start', variables: effect.variables, called: true },
  });
}

async function findCalled(sheet: StepSheet, { workflow }: DrivenInstance, processId: string) {
  try {
    return await sheet.definitions.calledWorkflow(workflow, processId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** The call becomes an incident of the call activity. */
export function failCall(sheet: StepSheet, instanceId: string, elementInstanceId: string, message: string): void {
  const command = { type: 'failActivation', elementInstanceId, kind: 'CALLED_ELEMENT_ERROR', message } as const;
  sheet.queue.push({ do: 'command', instanceId, command });
}

export function cancelCalledInstance(
  sheet: StepSheet,
  _instance: DrivenInstance,
  effect: EffectOf<'calledInstanceCancelled'>,
): void {
  sheet.queue.push({ do: 'command', instanceId: effect.childInstanceId, command: { type: 'cancel' } });
}

export function completeInstance(
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<'instanceCompleted'>,
): void {
  endInstance(sheet, instance);
  const { variables } = effect;
  answerCallActivity(sheet, instance, (elementInstanceId) => ({
    ...{ type: 'completeCalledInstance', elementInstanceId, variables },
  }));
}

/** A terminate end event of a called process ends it as a normal end does; a cancelled one has no caller left. */
export function terminateInstance(sheet: StepSheet, instance: DrivenInstance): void {
  endInstance(sheet, instance);
}

function answerCallActivity(
  sheet: StepSheet,
  { parentInstanceId: instanceId, parentElementInstanceId }: DrivenInstance,
  commandFor: (elementInstanceId: string) => Command,
): void {
  if (!instanceId || !parentElementInstanceId) return;
  sheet.queue.push({ do: 'command', instanceId, command: commandFor(parentElementInstanceId) });
}

/** Nothing in a called process has caught it: it goes on from the call activity. */
export function throwFromCalled(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'errorThrown'>): void {
  const { code: errorCode, message, variables } = effect;
  answerCallActivity(sheet, instance, (elementInstanceId) => ({
    ...{ type: 'throwCalledError', elementInstanceId, errorCode, message, variables },
  }));
}

/** No caller has caught it: the called process is told, where its incident stands. */
export function refuseErrorsOfCalled(
  sheet: StepSheet,
  _instance: DrivenInstance,
  effect: EffectOf<'calledErrorUncaught'>,
): void {
  sheet.queue.push({ do: 'command', instanceId: effect.childInstanceId, command: { type: 'refuseErrors' } });
}

export function escalateFromCalled(
  sheet: StepSheet,
  instance: DrivenInstance,
  { code, variables }: EffectOf<'escalationThrown'>,
): void {
  answerCallActivity(sheet, instance, (elementInstanceId) => ({
    ...{ type: 'throwCalledEscalation', elementInstanceId, code, variables },
  }));
}

/** A case whose own process has ended is closed with it, unless a job of the process has already said how. */
function endInstance(sheet: StepSheet, instance: DrivenInstance): void {
  instance.endedAt = sheet.now.toISOString();
  if (instance.parentInstanceId) return;
  if (sheet.facts.status !== 'closed') {
    sheet.facts = { ...sheet.facts, status: 'closed' };
    sheet.rows.events.push({ kind: 'case', event: 'case.closed' });
  }
}

export function raiseIncident(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'incidentRaised'>): void {
  sheet.rows.incidents.push({
    id: effect.incidentId,
    instance_id: instance.id,
    element_id: effect.elementId,
    kind: effect.kind,
    message: effect.message.slice(0, 2000),
  });
  sheet.rows.events.push({
    kind: 'process',
    event: 'incident.raised',
    params: { elementId: effect.elementId, kind: effect.kind },
  });
}

export function resolveIncident(
  sheet: StepSheet,
  _instance: DrivenInstance,
  effect: EffectOf<'incidentResolved'>,
): void {
  if (!dropRow(sheet.rows.incidents, effect.incidentId)) sheet.removed.incidents.push(effect.incidentId);
}
