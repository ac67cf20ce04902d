import type { Database } from '../../database/database.ts';
import type { LoadedInstance } from '../case-facts.ts';
import type { EmbeddedEngine } from '../embedded/embedded-engine.ts';
import type { ProcessEngine } from '../process-engine.ts';
import { isBrokerState } from './view/broker-state.ts';

export interface RouterDependencies {
  readonly database: Database;
  readonly embedded: EmbeddedEngine;
  readonly zeebe: ProcessEngine;
}

/**
 * Both engines beside each other: new cases start on the broker, and what was started on the embedded engine ends
 * there. So an installation grows to a broker without a day on which open cases are moved.
 */
export function createEngineRouter({ database, embedded, zeebe }: RouterDependencies): ProcessEngine {
  const engineOf = async (instanceId: string): Promise<ProcessEngine> =>
    (await isOnBroker(database, 'instance_id = $1', instanceId)) ? zeebe : embedded;
  const known = (instances: readonly LoadedInstance[]): ProcessEngine =>
    isBrokerState(instances[0]?.state) ? zeebe : embedded;

  return {
    startInstance: (request) => zeebe.startInstance(request),
    completeUserTask: (request) => known(request.instances).completeUserTask(request),

    // The server itself holds the starts by messages, and the embedded engine those of its instances.
    publishMessage: (message) =>
      database.transaction(async () => {
        await zeebe.publishMessage(message);
        await embedded.publishMessage(message);
      }),
    broadcastSignal: (signal) =>
      database.transaction(async () => {
        await zeebe.broadcastSignal(signal);
        return embedded.broadcastSignal(signal);
      }),

    async retryIncident(request) {
      const onBroker = await isOnBroker(
        database,
        'instance_id = (select i.instance_id from incidents i where i.id = $1)',
        request.incidentId,
      );
      await (onBroker ? zeebe : embedded).retryIncident(request);
    },
    async cancelInstance(request) {
      await (await engineOf(request.instanceId)).cancelInstance(request);
    },
    async operate(request) {
      return (await engineOf(request.instanceId)).operate(request);
    },
    async migrateInstance(request) {
      await (await engineOf(request.instanceId)).migrateInstance(request);
    },
  };
}

async function isOnBroker(database: Database, where: string, id: string): Promise<boolean> {
  return (await database.query(`select 1 from zeebe_instances where ${where}`, [id])).length > 0;
}
