import type { BrokerInstanceStore } from './broker-instance-store.ts';
import type { StoredCommand, ZeebeCommand } from './commands/zeebe-command.ts';
import type { RecordStore } from './record-stream/record-store.ts';

/** The kind of record that tells of it. */
const told: Readonly<Partial<Record<ZeebeCommand['kind'], string>>> = {
  modify: 'PROCESS_INSTANCE_MODIFICATION',
  migrate: 'PROCESS_INSTANCE_MIGRATION',
};

/**
 * Whether the stream has told that an earlier attempt of a command came through. Only modifications, migrations and
 * signals need it: a repeat of the others has no second effect on the broker.
 */
export function createHasHappened({ instances, records }: { instances: BrokerInstanceStore; records: RecordStore }) {
  return async ({ command, instanceId, at }: StoredCommand): Promise<boolean> => {
    if (command.kind === 'broadcastSignal') return records.hasSince('SIGNAL', { signalName: command.name }, at);
    const valueType = told[command.kind];
    if (valueType === undefined || instanceId === null) return false;
    const instanceKey = (await instances.find(instanceId))?.brokerKey;
    return instanceKey ? records.hasSince(valueType, { instanceKey }, at) : false;
  };
}
