import type { Effect } from '@esocial/process-core/types.ts';
import type { Database } from '../../../database/database.ts';
import type { DefinitionReader } from '../../../definitions/definition-reader.ts';
import { NotFoundError } from '../../../errors/app-error.ts';
import { readCaseDefinitions } from '../../case-definitions.ts';
import type { CaseFacts, LoadedInstance } from '../../case-facts.ts';
import { applyEffect } from '../../embedded/apply-effect.ts';
import { commitStep } from '../../embedded/commit-step.ts';
import type { LoadedCase } from '../../embedded/load-instance.ts';
import { loadInstance } from '../../embedded/load-instance.ts';
import { toWrites } from '../../embedded/step-result.ts';
import { createStepSheet, driveInstance } from '../../embedded/step-sheet.ts';
import type { DrivenInstance, StepSheet } from '../../embedded/step-sheet.ts';
import { isHandled } from '../../jobs/job-handlers.ts';
import type { StepNotifier } from '../../step-notifier.ts';
import type { RareWrites } from '../../step-writes.ts';
import type { BrokerInstanceStore } from '../broker-instance-store.ts';
import type { BrokerTaskStore } from '../broker-task-store.ts';
import type { CommandStore } from '../commands/command-store.ts';
import type { ZeebeCommand } from '../commands/zeebe-command.ts';
import { readBrokerId } from '../deployment/broker-ids.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { idOfKey } from '../view/broker-key.ts';
import { elementData, newBrokerState } from '../view/broker-state.ts';
import type { BrokerState } from '../view/broker-state.ts';
import { readRecord } from '../view/read-record.ts';
import { doJob } from './do-job.ts';
import { noteRefusal } from './note-refusal.ts';

export interface FollowDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly instances: BrokerInstanceStore;
  readonly tasks: BrokerTaskStore;
  readonly commands: CommandStore;
  readonly notifier: StepNotifier;
}

/** A record and the instance of ours that it is about. */
export interface CaseRecord {
  readonly record: ZeebeRecord;
  readonly instanceId: string;
}

/** What one actor's step on the broker brings: the sheet of rows, and what the broker's side needs besides. */
interface Segment {
  readonly sheet: StepSheet;
  readonly before: CaseFacts;
  readonly completedTasks: string[];
  readonly withdrawnTasks: string[];
  readonly commands: { instanceId: string; command: ZeebeCommand }[];
  position: number;
  /** The case goes on with other versions. */
  repinned?: RareWrites;
}

/**
 * Follows the broker by the records of one case, in their order and in the current unit of work: what they bring is
 * written as the embedded engine's steps are. A completed task, a timer and a message begin a step of their own, since
 * another person has acted, or nobody.
 */
export async function followCase(
  dependencies: FollowDependencies,
  records: readonly CaseRecord[],
  actorId: string | null,
): Promise<void> {
  let actor = actorId;
  let segment: Segment | undefined;
  for (const { record, instanceId } of records) {
    const next = await actorAfter(dependencies, record, actor);
    if (segment && next.begins) {
      await commitSegment(dependencies, segment);
      segment = undefined;
    }
    actor = next.actor;
    segment ??= await openSegment(dependencies, record, instanceId, actor);
    await applyRecord(dependencies, segment, record, instanceId);
    segment.position = record.position;
  }
  if (segment) await commitSegment(dependencies, segment);
}

async function actorAfter(
  { tasks }: FollowDependencies,
  record: ZeebeRecord,
  actor: string | null,
): Promise<{ begins: boolean; actor: string | null }> {
  switch (`${record.valueType} ${record.intent}`) {
    case 'USER_TASK COMPLETED':
      return { begins: true, actor: await tasks.findCompleter(idOfKey(textOf(record, 'elementInstanceKey'))) };
    case 'TIMER TRIGGERED':
    case 'PROCESS_MESSAGE_SUBSCRIPTION CORRELATED':
      return { begins: true, actor: null };
    default:
      return { begins: false, actor };
  }
}

async function openSegment(
  { database, definitions, instances: stores }: FollowDependencies,
  record: ZeebeRecord,
  instanceId: string,
  actorId: string | null,
): Promise<Segment> {
  // A called process comes to the stream before it has a row: its caller's case is the same.
  const parentKey = keyOf(record, 'parentProcessInstanceKey');
  const known = await loadKnown(database, instanceId);
  const [parent] = known || parentKey === undefined ? [] : await stores.listByKeys([parentKey]);
  const { facts } = known ?? (await loadInstance(database, parent?.instanceId ?? instanceId));
  const sheet = createStepSheet({
    now: new Date(record.timestamp),
    actorId,
    facts,
    definitions: await readCaseDefinitions(definitions, facts),
  });
  return { sheet, before: facts, completedTasks: [], withdrawnTasks: [], commands: [], position: record.position };
}

async function applyRecord(
  dependencies: FollowDependencies,
  segment: Segment,
  record: ZeebeRecord,
  instanceId: string,
): Promise<void> {
  const { sheet } = segment;
  const instance = sheet.instances.get(instanceId) ?? (await drive(dependencies, sheet, record, instanceId));
  const state = withKey(instance.state as BrokerState, textOf(record, 'processInstanceKey'));
  if (record.intent === 'ELEMENT_MIGRATED') await migrate(dependencies, segment, instance, record);
  const { state: next, effects } = readRecord(state, record, instance.model);
  instance.state = next;
  if (instance.commands.length === 0) instance.commands.push(record.valueType);
  await noteSubscription(dependencies, segment, record, instance);
  for (const effect of effects) await writeEffect(segment, instance, effect);
}

/** From the first migrated element on the instance runs the process of another version; the case goes over with it. */
async function migrate(
  { definitions }: FollowDependencies,
  segment: Segment,
  instance: DrivenInstance,
  record: ZeebeRecord,
): Promise<void> {
  const { sheet } = segment;
  const process = readBrokerId(textOf(record, 'bpmnProcessId'));
  if (!process || process.versionId === instance.workflow.versionId) return;
  const workflow = await sheet.definitions.workflowVersion(process.versionId);
  const model = workflow.processes.get(process.id);
  if (!model) throw new Error(`The version ${process.versionId} has no process ${process.id}`);
  const fromProcessId = instance.model.id;
  Object.assign(instance, { workflow, model });
  await writeEffect(segment, instance, { type: 'instanceMigrated', fromProcessId, processId: process.id });
  if (instance.parentInstanceId) return;
  const { pinSetId, legalReferenceDate } = sheet.facts;
  const repinned = await definitions.repinned(pinSetId, process.versionId, legalReferenceDate);
  segment.repinned = {
    repinnedCase: { workflow_version_id: process.versionId, pin_set_id: repinned.pinSetId },
  };
}

/** An instance that the sheet has not yet: of this case, or a process that was called just now. */
async function drive(
  { database, instances }: FollowDependencies,
  sheet: StepSheet,
  record: ZeebeRecord,
  instanceId: string,
): Promise<DrivenInstance> {
  const loaded = await loadKnown(database, instanceId);
  const [own] = loaded?.instances ?? [await calledInstance(instances, sheet, record, instanceId)];
  if (!own) throw new Error(`Instance ${instanceId} is not known`);
  return driveInstance(sheet, own);
}

async function loadKnown(database: Database, instanceId: string): Promise<LoadedCase | undefined> {
  try {
    return await loadInstance(database, instanceId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

async function calledInstance(
  instances: BrokerInstanceStore,
  sheet: StepSheet,
  record: ZeebeRecord,
  instanceId: string,
): Promise<LoadedInstance> {
  const key = textOf(record, 'processInstanceKey');
  const process = readBrokerId(textOf(record, 'bpmnProcessId'));
  const parentKey = keyOf(record, 'parentProcessInstanceKey') ?? '0';
  const [parent] = await instances.listByKeys([parentKey]);
  if (!process) throw new Error(`The broker's process ${textOf(record, 'bpmnProcessId')} is none of ours`);
  await instances.insert({ instanceId, caseId: sheet.facts.id, brokerKey: key, actorId: sheet.actorId });
  return {
    id: instanceId,
    version: 0,
    processId: process.id,
    workflowVersionId: process.versionId,
    parentInstanceId: parent?.instanceId ?? null,
    parentElementInstanceId: idOfKey(keyOf(record, 'parentElementInstanceKey') ?? '0'),
    state: newBrokerState(instanceId, process.id, key),
  };
}

function withKey(state: BrokerState, key: string): BrokerState {
  return state.broker.key === null && key !== '' ? { ...state, broker: { key } } : state;
}

async function writeEffect(segment: Segment, instance: DrivenInstance, effect: Effect): Promise<void> {
  const { sheet } = segment;
  switch (effect.type) {
    case 'userTaskCompleted':
      segment.completedTasks.push(effect.elementInstanceId);
      return;
    case 'userTaskWithdrawn':
      segment.withdrawnTasks.push(effect.elementInstanceId);
      return applyEffect(sheet, instance, effect);
    case 'jobCreated': {
      const key = elementData(instance.state as BrokerState, effect.elementInstanceId).job?.key;
      if (key === undefined || !isHandled(effect.jobType)) return;
      segment.commands.push({ instanceId: instance.id, command: doJob(sheet, effect, key) });
      return;
    }
    default:
      await applyEffect(sheet, instance, effect);
      refuseFailure(sheet);
  }
}

/** What the embedded engine would answer itself is the broker's; that no row can be made, as of a form that the case does not have, halts the case. */
function refuseFailure({ queue }: StepSheet): void {
  for (const work of queue.splice(0)) {
    if (work.do === 'command' && work.command.type === 'failActivation') throw new Error(work.command.message);
  }
}

/** Messages that the instance waits for, and the timeline of what it has received. */
async function noteSubscription(
  { instances }: FollowDependencies,
  { sheet }: Segment,
  record: ZeebeRecord,
  instance: DrivenInstance,
): Promise<void> {
  const elementId = textOf(record, 'elementId');
  if (record.valueType === 'TIMER') {
    const params = { elementId: textOf(record, 'targetElementId') };
    sheet.rows.events.push({ kind: 'process', event: 'timer.fired', params });
  }
  if (record.valueType !== 'PROCESS_MESSAGE_SUBSCRIPTION') return;
  const key = textOf(record, 'elementInstanceKey');
  const messageName = textOf(record, 'messageName');
  if (record.intent === 'CREATED') {
    const correlationKey = textOf(record, 'correlationKey');
    const at = { caseId: sheet.facts.id, instanceId: instance.id, elementId };
    return instances.openSubscription({ key, messageName, correlationKey, ...at });
  }
  if (record.intent === 'CORRELATED') {
    sheet.rows.events.push({ kind: 'process', event: 'message.received', params: { elementId } });
    if (record.value['interrupting'] === false) return;
  }
  await instances.closeSubscription(key, messageName);
}

async function commitSegment(dependencies: FollowDependencies, segment: Segment): Promise<void> {
  const { database, instances, tasks, commands, notifier } = dependencies;
  const { sheet, before } = segment;
  for (const taskId of segment.withdrawnTasks) {
    const refused = await tasks.refuse(taskId, { reopen: false });
    if (!refused) continue;
    const told = noteRefusal(refused);
    sheet.rows.events.push(told.event);
    sheet.rows.notifications.push(told.notification);
  }
  const writes = toWrites(sheet, before, segment.repinned ? { rare: segment.repinned } : {});
  await commitStep(database, writes);
  for (const taskId of segment.completedTasks) await tasks.complete(taskId, sheet.now);
  for (const { instanceId, command } of segment.commands) await commands.insert(instanceId, command);
  await instances.noteApplied(before.id, [...sheet.instances.keys()], segment.position, sheet.actorId);
  for (const { id, endedAt } of sheet.instances.values()) if (endedAt) await instances.closeSubscriptionsOf(id);
  const ended = [...(writes.withdrawnTasks ?? []), ...segment.completedTasks];
  await database.afterCommit(async () =>
    notifier.stepped(sheet.facts, { ...writes, ...(ended.length > 0 ? { withdrawnTasks: ended } : {}) }),
  );
}
