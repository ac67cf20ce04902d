import type { BrokerInstanceStore } from './broker-instance-store.ts';
import type { StoredCommand } from './commands/zeebe-command.ts';
import type { RecordStore } from './record-stream/record-store.ts';

/**
 * Whether the stream has told that an earlier attempt of a command came through. Only modifications and signals need
 * it: a repeat of the others has no second effect on the broker.
 */
export function createHasHappened({ instances, records }: { instances: BrokerInstanceStore; records: RecordStore }) {
  return async ({ command, instanceId, at }: StoredCommand): Promise<boolean> => {
    if (command.kind === 'broadcastSignal') return records.hasSince('SIGNAL', { signalName: command.name }, at);
    if (command.kind !== 'modify' || instanceId === null) return false;
    const instanceKey = (await instances.find(instanceId))?.brokerKey;
    return instanceKey ? records.hasSince('PROCESS_INSTANCE_MODIFICATION', { instanceKey }, at) : false;
  };
}
