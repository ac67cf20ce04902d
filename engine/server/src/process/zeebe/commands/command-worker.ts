import type { Database } from '../../../database/database.ts';
import { startWorkerLoop } from '../../worker-loop.ts';
import type { WorkerLoop } from '../../worker-loop.ts';
import { BrokerError } from './broker-client.ts';
import { COMMAND_CHANNEL } from './command-store.ts';
import type { CommandStore } from './command-store.ts';
import type { CommandDependencies } from './execute-command.ts';
import { executeCommand } from './execute-command.ts';
import type { StoredCommand } from './zeebe-command.ts';

const BATCH = 32;
const POLL_MS = 1_000;
/** While the broker is away, its commands are tried every second; nobody waits longer than that when it is back. */
const AWAY_MS = 1_000;

export interface CommandWorkerDependencies extends CommandDependencies {
  readonly database: Database;
  readonly commands: CommandStore;
  /** The broker will never take the command: what is to be told to people. */
  readonly onRejected: (command: StoredCommand, message: string) => Promise<void>;
  readonly onError: (error: unknown, context?: object) => void;
}

export interface CommandWorker {
  start(): Promise<void>;
  /** Sends what is due now; gives how many commands it took. */
  sendDue(): Promise<number>;
  /** Whether the last command found the broker. */
  isBrokerAway(): boolean;
  stop(): Promise<void>;
}

/** Sends commands to the broker, at least once and in order within an instance, beside other server processes. */
export function createCommandWorker(dependencies: CommandWorkerDependencies): CommandWorker {
  const { database, commands, onRejected, onError } = dependencies;
  let loop: WorkerLoop | undefined;
  let away = false;

  async function sendOne(stored: StoredCommand): Promise<void> {
    try {
      const outcome = await executeCommand(dependencies, stored);
      away = false;
      await commands.finish(stored.id, outcome);
    } catch (error) {
      if (!(error instanceof BrokerError)) onError(error, { command: stored.command.kind, id: stored.id });
      if (error instanceof BrokerError && error.fault === 'rejected') return reject(stored, error.message);
      away = error instanceof BrokerError && error.fault === 'away';
      await commands.postpone(stored.id, AWAY_MS, error instanceof Error ? error.message : String(error));
    }
  }

  async function reject(stored: StoredCommand, message: string): Promise<void> {
    away = false;
    await database.transaction(async () => {
      await commands.finish(stored.id, 'rejected', message);
      await onRejected(stored, message);
    });
  }

  async function sendDue(): Promise<number> {
    const due = await commands.claim(BATCH);
    await Promise.all(due.map(sendOne));
    // What waits for the next attempt is no work of now: the loop may rest.
    return away ? 0 : due.length;
  }

  return {
    sendDue,
    isBrokerAway: () => away,
    async start() {
      const started = startWorkerLoop({ work: sendDue, pollMs: POLL_MS, onError });
      loop = started;
      await database.listen(
        COMMAND_CHANNEL,
        () => started.wake(),
        () => started.wake(),
      );
    },
    async stop() {
      await loop?.stop();
    },
  };
}
