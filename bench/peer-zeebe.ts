import { setTimeout as delay } from 'node:timers/promises';
import { Camunda8 } from '@camunda8/sdk';
import { createReceiver } from '../engine/server/src/process/zeebe/record-stream/receiver.ts';
import { startZeebe, ZeebeMissing } from '../scripts/lib/zeebe.mjs';
import type { RunningZeebe } from '../scripts/lib/zeebe.mjs';
import { createJsonClient } from './json-client.ts';
import { peerChain } from './peer-chain.ts';
import { PeerMissing } from './peer-missing.ts';
import { now, throughput, throughputWithin } from './statistics.ts';

export const ZEEBE_VERSION = '8.5.8';
const MOST_CLIENTS = 32;

export interface ZeebePeer {
  /** Completions per second of open user tasks over REST, for this long or until all open ones are completed. */
  rate(clients: number, seconds: number): Promise<number>;
  stop(): Promise<void>;
}

/** Zeebe with this many instances of a chain; its exporter tells which user tasks there are, as every task list needs. */
export async function startZeebePeer({ tasks, instances }: { tasks: number; instances: number }): Promise<ZeebePeer> {
  const open: string[] = [];
  let created = 0;
  const receiver = createReceiver({
    ...{ host: '127.0.0.1', port: 0, password: undefined, onError: () => undefined },
    async take(records) {
      const keys = records.filter(({ intent }) => intent === 'CREATED').map(({ key }) => key);
      created += keys.length;
      open.push(...keys);
    },
  });
  const port = await receiver.start();
  const release: (() => Promise<unknown>)[] = [() => receiver.stop()];
  const stop = async (): Promise<void> => {
    for (const step of release.reverse()) await step();
  };
  try {
    const broker = await startBroker(`http://127.0.0.1:${port}`);
    release.push(() => broker.stop());
    const started = await startInstances(broker, tasks, instances);
    const client = createJsonClient(broker.restUrl, MOST_CLIENTS);
    release.push(async () => client.close());
    let completed = 0;
    const complete = async (key: string): Promise<void> => {
      await client.post(`/v1/user-tasks/${key}/completion`, { variables: { outcome: 'accepted' } });
      completed += 1;
    };
    return {
      async rate(clients, seconds) {
        // The last task of a chain brings no next one.
        await untilSteady(() => created, Math.min(started + completed, started * tasks));
        const queue = open.splice(0);
        const rate = await throughputWithin(seconds, clients, () => {
          const key = queue.pop();
          return key === undefined ? undefined : complete(key);
        });
        open.push(...queue);
        return rate;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the stream need not carry here: all but the user tasks. */
const unused = ['DEPLOYMENT', 'PROCESS', 'PROCESSINSTANCE', 'PROCESSINSTANCECREATION', 'VARIABLE', 'VARIABLEDOCUMENT'];
const exporter = 'ZEEBE_BROKER_EXPORTERS_ESOCIAL_ARGS_';

async function startBroker(exporterUrl: string): Promise<RunningZeebe> {
  const environment = {
    [`${exporter}BULK_SIZE`]: '1000',
    // There are never more requests than clients, and none is to be turned away.
    ZEEBE_BROKER_BACKPRESSURE_ENABLED: 'false',
    ...Object.fromEntries(unused.map((type) => [`${exporter}INDEX_${type}`, 'false'])),
  };
  try {
    return await startZeebe({ version: ZEEBE_VERSION, exporterUrl, environment });
  } catch (error) {
    if (error instanceof ZeebeMissing) throw new PeerMissing(error.message);
    throw error;
  }
}

async function startInstances({ grpcAddress }: RunningZeebe, tasks: number, instances: number): Promise<number> {
  const settings = {
    ZEEBE_GRPC_ADDRESS: grpcAddress,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
  } as const;
  const zeebe = new Camunda8(settings).getZeebeGrpcApiClient();
  await zeebe.deployResources([{ name: 'chain.bpmn', process: Buffer.from(peerChain('zeebe', tasks)) }]);
  const start = (): Promise<unknown> => zeebe.createProcessInstance({ bpmnProcessId: 'chain', variables: {} });
  await throughput(instances, MOST_CLIENTS, start);
  await zeebe.close();
  return instances;
}

/** Waits until as many have come as are awaited, or none has come for some seconds. */
async function untilSteady(count: () => number, awaited: number): Promise<void> {
  let [seen, since] = [count(), now()];
  while (count() < awaited && now() - since < 3_000) {
    if (count() > seen) [seen, since] = [count(), now()];
    await delay(100);
  }
}
