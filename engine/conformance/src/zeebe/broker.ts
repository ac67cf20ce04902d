import { setTimeout as delay } from 'node:timers/promises';
import { Camunda8 } from '@camunda8/sdk';
import { startZeebe } from '../../../../scripts/lib/zeebe.mjs';
import type { ZeebeRecord } from './record.ts';
import { startReceiver } from './receiver.ts';

export type ZeebeVersion = '8.5.8' | '8.6.0';
export type GrpcClient = ReturnType<Camunda8['getZeebeGrpcApiClient']>;

/** A real broker whose clock we move and whose records we follow. */
export interface Broker {
  readonly version: ZeebeVersion;
  readonly client: GrpcClient;
  readonly restUrl: string;
  /** Returns when the broker has done everything that was asked of it and its records have arrived. */
  settle(): Promise<void>;
  /**
   * Moves the clock on by as many milliseconds, and by a little more: what was set at the earlier instant is then due,
   * though the clock had run on meanwhile.
   */
  moveBy(milliseconds: number): Promise<void>;
  /** The broker's own time. */
  now(): Promise<number>;
  stop(): Promise<void>;
}

const marker = 'conformance-marker';
/** A marker makes two records, and the exporter sends twenty at once. */
const markersPerRound = 12;
const quietRounds = 2;
const slackMs = 3_000;

export async function startBroker(version: ZeebeVersion, receive: (record: ZeebeRecord) => void): Promise<Broker> {
  const arrivals = { records: 0, round: 0 };
  const receiver = await startReceiver((records) => {
    for (const record of records) {
      const round = roundOf(record);
      if (round === null) {
        arrivals.records += 1;
        receive(record);
      } else arrivals.round = Math.max(arrivals.round, round);
    }
  });
  const exporter = 'ZEEBE_BROKER_EXPORTERS_ESOCIAL_ARGS_INDEX_';
  const zeebe = await startZeebe({
    version,
    exporterUrl: receiver.url,
    controlledClock: true,
    environment: {
      [`${exporter}TIMER`]: 'true',
      [`${exporter}SIGNALSUBSCRIPTION`]: 'true',
      [`${exporter}PROCESSMESSAGESUBSCRIPTION`]: 'true',
      // Hundreds of commands at once are meant.
      ZEEBE_BROKER_BACKPRESSURE_ENABLED: 'false',
      ZEEBE_BROKER_FLOWCONTROL_REQUEST_ENABLED: 'false',
    },
  });
  const clock = `${zeebe.managementUrl}/actuator/clock`;
  const client = connect(zeebe.grpcAddress);
  let round = 0;

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < quietRounds;) {
      const before = arrivals.records;
      round += 1;
      await sendMarkers(client, round);
      while (arrivals.round < round) await delay(10);
      quiet = arrivals.records === before ? quiet + 1 : 0;
    }
  }

  return {
    version,
    client,
    restUrl: zeebe.restUrl,
    settle,
    async now() {
      return ((await (await fetch(clock)).json()) as { epochMilli: number }).epochMilli;
    },
    async moveBy(milliseconds) {
      const offsetMilli = milliseconds + slackMs;
      const answer = await fetch(`${clock}/add`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offsetMilli }),
      });
      if (!answer.ok) throw new Error(`the broker's clock did not move: ${answer.status} ${await answer.text()}`);
    },
    async stop() {
      await client.close();
      await zeebe.stop();
      await receiver.close();
    },
  };
}

function connect(address: string): GrpcClient {
  const camunda = new Camunda8({
    ZEEBE_GRPC_ADDRESS: address,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_OAUTH_DISABLED: true,
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE', ZEEBE_GRPC_CLIENT_EAGER_CONNECT: false },
  });
  return camunda.getZeebeGrpcApiClient();
}

async function sendMarkers(client: GrpcClient, round: number): Promise<void> {
  const markers = Array.from({ length: markersPerRound }, () =>
    client.publishMessage({ name: marker, correlationKey: String(round), timeToLive: 0, variables: {} }),
  );
  await Promise.all(markers);
}

function roundOf({ valueType, value }: ZeebeRecord): number | null {
  return valueType === 'MESSAGE' && value.name === marker ? Number(value.correlationKey) : null;
}
