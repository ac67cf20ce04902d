import type { BrokerClient } from './commands/broker-client.ts';
import type { CommandStore } from './commands/command-store.ts';
import type { RecordStore } from './record-stream/record-store.ts';

const PROBE_MS = 2_000;
const KEPT_MS = 1_000;

export interface BrokerStatus {
  /** `away`: commands wait until the broker is back. */
  readonly state: 'ready' | 'away';
  readonly commandsWaiting: number;
  /** Age of the oldest command that has not been taken. */
  readonly oldestCommandSeconds: number;
  readonly partitions: readonly { partitionId: number; position: number; lagSeconds: number }[];
}

export interface BrokerHealth {
  /** Begins to ask the broker now and then whether it has a leader. */
  watch(client: Pick<BrokerClient, 'topology'>): void;
  isAway(): boolean;
  status(): Promise<BrokerStatus>;
  stop(): void;
}

/** Whether the broker can be reached, and how far its stream and our commands have come. */
export function createBrokerHealth({
  commands,
  records,
}: {
  commands: CommandStore;
  records: RecordStore;
}): BrokerHealth {
  let away = false;
  let timer: NodeJS.Timeout | undefined;
  let known: { at: number; figures: Promise<Omit<BrokerStatus, 'state'>> } | undefined;

  /** Many screens ask; the database is asked once a second. */
  function figures(): Promise<Omit<BrokerStatus, 'state'>> {
    if (!known || Date.now() - known.at > KEPT_MS) known = { at: Date.now(), figures: readFigures() };
    return known.figures;
  }

  async function readFigures(): Promise<Omit<BrokerStatus, 'state'>> {
    const [{ waiting, oldestSeconds }, partitions] = await Promise.all([
      commands.countWaiting(),
      records.listPositions(),
    ]);
    return { commandsWaiting: waiting, oldestCommandSeconds: oldestSeconds, partitions };
  }

  async function probe(client: Pick<BrokerClient, 'topology'>): Promise<void> {
    away = await client.topology().then(
      ({ leaders }) => leaders === 0,
      () => true,
    );
  }

  return {
    isAway: () => away,
    watch(client) {
      void probe(client);
      timer = setInterval(() => void probe(client), PROBE_MS);
      timer.unref();
    },
    status: async () => ({ state: away ? 'away' : 'ready', ...(await figures()) }),
    stop() {
      clearInterval(timer);
    },
  };
}
