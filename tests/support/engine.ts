import { startZeebe } from '../../scripts/lib/zeebe.mjs';
import type { RunningZeebe, ZeebeOptions } from '../../scripts/lib/zeebe.mjs';
import { freePort } from './server.ts';

/** The process engine that a journey runs on, as settings of the server. */
export interface Engine {
  readonly environment: Record<string, string>;
  /** Undefined on the embedded engine. */
  readonly broker: RunningZeebe | undefined;
  stop(): Promise<void>;
}

/** The embedded engine, or with PROCESS_ENGINE=zeebe a broker (ZEEBE_VERSION) of this journey's own. */
export async function startEngine(): Promise<Engine> {
  if (process.env['PROCESS_ENGINE'] !== 'zeebe') {
    return { environment: { PROCESS_ENGINE: 'embedded' }, broker: undefined, stop: () => Promise.resolve() };
  }
  const version = process.env['ZEEBE_VERSION'];
  return startBrokerEngine(version ? { version } : {});
}

/** A broker and the settings with which a server uses it. */
export async function startBrokerEngine(options: ZeebeOptions = {}): Promise<Engine & { broker: RunningZeebe }> {
  const streamPort = await freePort();
  const broker = await startZeebe({ exporterUrl: `http://127.0.0.1:${streamPort}`, ...options });
  return {
    broker,
    environment: {
      PROCESS_ENGINE: 'zeebe',
      ZEEBE_GRPC_ADDRESS: broker.grpcAddress,
      ZEEBE_REST_ADDRESS: broker.restUrl,
      ZEEBE_STREAM_PORT: String(streamPort),
    },
    stop: () => broker.stop(),
  };
}
