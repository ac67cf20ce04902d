import { newId } from '../../../ids/new-id.ts';
import type { BrokerInstance } from '../broker-instance-store.ts';
import { readBrokerId } from '../deployment/broker-ids.ts';
import type { RecordStore } from '../record-stream/record-store.ts';
import { selectRecord } from '../record-stream/select-record.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import type { ZeebeRecord } from '../record-stream/zeebe-record.ts';
import { idOfKey } from '../view/broker-key.ts';
import type { CaseRecord, FollowDependencies } from './follow-case.ts';
import { followCase } from './follow-case.ts';
import { raiseFollowIncident } from './follow-incident-store.ts';

export interface IngestDependencies extends FollowDependencies {
  readonly records: RecordStore;
  readonly onError: (error: unknown, context?: object) => void;
}

/**
 * Takes a bulk of the broker's records: those that are new are kept, and their effect is written, in one transaction.
 * What cannot be applied halts its case alone and is an incident of it.
 */
export async function ingest(dependencies: IngestDependencies, bulk: readonly ZeebeRecord[]): Promise<void> {
  const last = bulk.at(-1);
  if (!last) return;
  const { database, records } = dependencies;
  await database.transaction(async () => {
    await records.lockPartition(last.partitionId);
    const fresh = await records.insert(bulk.flatMap((record) => selectRecord(record) ?? []));
    for (const group of await groupByCase(dependencies, fresh)) await followOrHalt(dependencies, group);
    await records.notePosition(last);
  });
}

/** Applies what was kept while a case was halted. Throws what still keeps it from being applied. */
export async function resumeCase(dependencies: IngestDependencies, caseId: string): Promise<void> {
  const { database, instances, records } = dependencies;
  await database.transaction(async () => {
    const own = await instances.listOfCase(caseId);
    await instances.setHalted(caseId, false);
    const kept: ZeebeRecord[] = [];
    for (const { brokerKey, appliedPosition } of own) {
      if (brokerKey !== null) kept.push(...(await records.listOf(brokerKey, appliedPosition)));
    }
    const inOrder = kept.sort((a, b) => a.position - b.position);
    for (const { caseRecords, actorId } of await groupByCase(dependencies, inOrder)) {
      await followCase(dependencies, caseRecords, actorId);
    }
  });
}

interface CaseGroup {
  readonly caseId: string;
  readonly halted: boolean;
  readonly actorId: string | null;
  readonly caseRecords: CaseRecord[];
}

/** Finds the case of each record; what belongs to no instance of ours is left out. */
async function groupByCase(
  { instances }: Pick<IngestDependencies, 'instances'>,
  records: readonly ZeebeRecord[],
): Promise<CaseGroup[]> {
  const known = new Map<string, BrokerInstance>();
  const keys = records.flatMap((record) => keyOf(record, 'processInstanceKey') ?? []);
  for (const instance of await instances.listByKeys([...new Set(keys)])) known.set(instance.brokerKey ?? '', instance);
  await learnStarts(instances, records, known);
  const groups = new Map<string, CaseGroup>();
  for (const record of records) {
    const key = keyOf(record, 'processInstanceKey') ?? '';
    const instance = known.get(key) ?? (await learnCalled(instances, record, known));
    if (!instance || record.valueType === 'MESSAGE_START_EVENT_SUBSCRIPTION') continue;
    const group = groups.get(instance.caseId) ?? { ...instance, caseRecords: [] };
    group.caseRecords.push({ record, instanceId: instance.instanceId });
    groups.set(instance.caseId, group);
  }
  return [...groups.values()];
}

/** The message that started an instance has our id as its key: so the broker's key of the instance is learnt. */
async function learnStarts(
  instances: IngestDependencies['instances'],
  records: readonly ZeebeRecord[],
  known: Map<string, BrokerInstance>,
): Promise<void> {
  const started = records.filter(({ valueType }) => valueType === 'MESSAGE_START_EVENT_SUBSCRIPTION');
  const ids = started.map((record) => textOf(record, 'correlationKey'));
  const found = new Map((await instances.listByIds(ids)).map((instance) => [instance.instanceId, instance]));
  for (const record of started) {
    const instance = found.get(textOf(record, 'correlationKey'));
    const key = keyOf(record, 'processInstanceKey');
    if (!instance || key === undefined) continue;
    await instances.noteKey(instance.instanceId, key);
    known.set(key, { ...instance, brokerKey: key });
  }
}

/** A process that one of ours has called belongs to the same case. */
async function learnCalled(
  instances: IngestDependencies['instances'],
  record: ZeebeRecord,
  known: Map<string, BrokerInstance>,
): Promise<BrokerInstance | undefined> {
  const key = keyOf(record, 'processInstanceKey');
  const parentKey = keyOf(record, 'parentProcessInstanceKey');
  if (key === undefined || parentKey === undefined || !readBrokerId(textOf(record, 'bpmnProcessId'))) return undefined;
  const parent = known.get(parentKey) ?? (await instances.listByKeys([parentKey]))[0];
  if (!parent) return undefined;
  const called = { ...parent, instanceId: idOfKey(key), brokerKey: key };
  known.set(key, called);
  return called;
}

async function followOrHalt(dependencies: IngestDependencies, group: CaseGroup): Promise<void> {
  if (group.halted) return;
  const { database, instances, onError } = dependencies;
  await database.query('savepoint follow_case');
  try {
    await followCase(dependencies, group.caseRecords, group.actorId);
    await database.query('release savepoint follow_case');
  } catch (error) {
    await database.query('rollback to savepoint follow_case');
    onError(error, { caseId: group.caseId });
    await instances.setHalted(group.caseId, true);
    const [first] = group.caseRecords;
    await raiseFollowIncident(database, {
      id: newId(),
      caseId: group.caseId,
      elementId: first ? textOf(first.record, 'elementId') : '',
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
