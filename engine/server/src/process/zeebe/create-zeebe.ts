import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import type { ZeebeSettings } from '../../settings/zeebe-settings.ts';
import type { EmbeddedEngine } from '../embedded/embedded-engine.ts';
import type { ProcessEngine } from '../process-engine.ts';
import type { StepNotifier } from '../step-notifier.ts';
import { createBrokerHealth } from './broker-health.ts';
import type { BrokerHealth } from './broker-health.ts';
import { createBrokerInstanceStore } from './broker-instance-store.ts';
import { createBrokerTaskStore } from './broker-task-store.ts';
import { createCommandRejection } from './command-rejection.ts';
import type { BrokerClient } from './commands/broker-client.ts';
import { createCommandStore } from './commands/command-store.ts';
import { createCommandWorker } from './commands/command-worker.ts';
import type { CommandWorker } from './commands/command-worker.ts';
import { connectBroker } from './commands/connect-broker.ts';
import { createDeployer } from './deployment/deployer.ts';
import { createEngineRouter } from './engine-router.ts';
import { ingest, resumeCase } from './follow/ingest.ts';
import { createHasHappened } from './has-happened.ts';
import { createReceiver } from './record-stream/receiver.ts';
import { createRecordStore } from './record-stream/record-store.ts';
import { createZeebeEngine } from './zeebe-engine.ts';

export interface ZeebeDependencies {
  readonly settings: ZeebeSettings;
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
  readonly notifier: StepNotifier;
  readonly embedded: EmbeddedEngine;
  readonly onError: (error: unknown, context?: object) => void;
  /** The broker, unless it is the one that the settings name. */
  readonly connect?: (settings: ZeebeSettings) => Promise<BrokerClient>;
}

export interface Zeebe {
  /** New cases on the broker, older ones where they are. */
  readonly engine: ProcessEngine;
  readonly health: BrokerHealth;
  /** Begins to hear the record stream and to send commands. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the Zeebe adapter together. */
export function createZeebe(dependencies: ZeebeDependencies): Zeebe {
  const { settings, database, definitions, onError } = dependencies;
  const stores = {
    instances: createBrokerInstanceStore(database),
    tasks: createBrokerTaskStore(database),
    commands: createCommandStore(database),
    records: createRecordStore(database),
  };
  const parts = { ...dependencies, ...stores };
  const engine = createEngineRouter({
    ...{ database, embedded: dependencies.embedded },
    zeebe: createZeebeEngine({ ...parts, resumeCase: (caseId) => resumeCase(parts, caseId) }),
  });
  const receiver = createReceiver({ ...settings.stream, take: (records) => ingest(parts, records), onError });
  const health = createBrokerHealth(stores);
  let client: BrokerClient | undefined;
  let worker: CommandWorker | undefined;

  return {
    engine,
    health,
    async start() {
      await receiver.start();
      client = await (dependencies.connect ?? connectBroker)(settings);
      worker = createCommandWorker({
        ...{ database, client, onError, commands: stores.commands },
        deployer: createDeployer(definitions, client),
        findKey: async (instanceId) => (await stores.instances.find(instanceId))?.brokerKey ?? null,
        hasHappened: createHasHappened(stores),
        onRejected: createCommandRejection(parts),
      });
      await worker.start();
      health.watch(client);
    },
    async stop() {
      health.stop();
      await worker?.stop();
      await receiver.stop();
      await client?.close();
    },
  };
}
