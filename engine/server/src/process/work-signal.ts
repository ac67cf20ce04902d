import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import { newId } from '../ids/new-id.ts';

/** Tells the workers of the other server processes that there is work to do now. */
export interface WorkSignal {
  /** To be called after the commit. A hint: whoever misses it finds the work at the next poll. */
  tell(): void;
  /** Hears the others for as long as the database is open. */
  hear(wake: () => void): Promise<void>;
  /** Ends after what is being sent. */
  stop(): Promise<void>;
}

const CHANNEL = 'process_work';
// What comes within a moment is told once: a notification takes a lock that all commits share.
const COLLECT_MS = 10;

const notify = `
  select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)
  from (select count(*) as listeners from pg_stat_activity
    where datname = current_database() and application_name like '% listen') connections
  where listeners > $3`;

export function createWorkSignal(database: Database, onError: (error: unknown) => void): WorkSignal {
  const self = newId();
  let hearing = false;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<unknown> = Promise.resolve();

  function send(): void {
    timer = undefined;
    const own = hearing && database.isListening() ? 1 : 0;
    sending = outsideUnitOfWork(() => database.query(notify, [CHANNEL, self, own])).catch(onError);
  }

  return {
    tell() {
      timer ??= setTimeout(send, COLLECT_MS);
    },
    async hear(wake) {
      hearing = true;
      await database.listen(CHANNEL, (payload) => payload !== self && wake(), wake);
    },
    async stop() {
      if (timer) {
        clearTimeout(timer);
        send();
      }
      await sending;
    },
  };
}
