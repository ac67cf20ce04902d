import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { BrokerHealth, BrokerStatus } from './broker-health.ts';

type Partition = BrokerStatus['partitions'][number];

/** What `/readyz` tells of the broker. The server serves without it, too: what is sent waits for it. */
export function describeBroker(health: BrokerHealth) {
  return async (): Promise<{ processEngine: object }> => ({
    processEngine: { engine: 'zeebe', ...(await health.status()) },
  });
}

/** The broker's figures for `/metrics`, asked when they are read. */
export function measureBroker(registry: Registry, health: BrokerHealth): void {
  const total = (name: string, help: string, value: (status: BrokerStatus) => number): void => {
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(value(await health.status()));
      },
    });
  };
  const ofPartitions = (name: string, help: string, value: (partition: Partition) => number): void => {
    new Gauge({
      ...{ name, help, labelNames: ['partition'], registers: [registry] },
      async collect() {
        for (const partition of (await health.status()).partitions) {
          this.set({ partition: String(partition.partitionId) }, value(partition));
        }
      },
    });
  };
  total('zeebe_up', 'Whether the broker has a leader (1) or is away (0)', ({ state }) => (state === 'ready' ? 1 : 0));
  total('zeebe_commands_waiting', 'Commands that the broker has not taken', (status) => status.commandsWaiting);
  total(
    'zeebe_oldest_command_seconds',
    'Age of the oldest command that the broker has not taken',
    (status) => status.oldestCommandSeconds,
  );
  ofPartitions('zeebe_stream_position', 'Position of the last record received', ({ position }) => position);
  ofPartitions(
    'zeebe_stream_lag_seconds',
    'From when the last record was written by the broker to when it was received',
    ({ lagSeconds }) => lagSeconds,
  );
}
