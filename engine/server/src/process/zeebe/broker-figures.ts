import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { BrokerHealth } from './broker-health.ts';

/** What `/readyz` tells of the broker. The server serves without it, too: what is sent waits for it. */
export function describeBroker(health: BrokerHealth) {
  return async (): Promise<{ processEngine: object }> => ({
    processEngine: { engine: 'zeebe', ...(await health.status()) },
  });
}

/** The broker's figures for `/metrics`, asked when they are read. */
export function measureBroker(registry: Registry, health: BrokerHealth): void {
  const registers = [registry];
  const up = new Gauge({ name: 'zeebe_up', help: 'Whether the broker has a leader (1) or is away (0)', registers });
  const waiting = new Gauge({
    name: 'zeebe_commands_waiting',
    help: 'Commands that the broker has not taken',
    registers,
  });
  const oldest = new Gauge({
    name: 'zeebe_oldest_command_seconds',
    help: 'Age of the oldest command that the broker has not taken',
    registers,
  });
  const position = new Gauge({
    name: 'zeebe_stream_position',
    help: 'Position of the last record received',
    labelNames: ['partition'],
    registers,
  });
  const lag = new Gauge({
    name: 'zeebe_stream_lag_seconds',
    help: 'From when the last record was written by the broker to when it was received',
    labelNames: ['partition'],
    registers,
    async collect() {
      const status = await health.status();
      up.set(status.state === 'ready' ? 1 : 0);
      waiting.set(status.commandsWaiting);
      oldest.set(status.oldestCommandSeconds);
      for (const { partitionId, position: at, lagSeconds } of status.partitions) {
        position.set({ partition: String(partitionId) }, at);
        lag.set({ partition: String(partitionId) }, lagSeconds);
      }
    },
  });
}
