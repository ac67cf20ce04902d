import type { Database } from '../database/database.ts';
import { newTraceId, runWithContext } from '../ids/request-context.ts';
import { OUTBOX_CHANNEL } from './outbox.ts';

export interface DeliveredEvent {
  readonly id: number;
  readonly at: Date;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** Somebody who must hear of events. Delivery is at least once, so what it does twice must have one effect. */
export interface OutboxSubscriber {
  readonly name: string;
  readonly topics: readonly string[];
  /** Runs in the unit of work that marks the event delivered: what it writes commits together with the mark. */
  handle(event: DeliveredEvent): Promise<void>;
}

export interface OutboxDispatcher {
  /** Hears of new events, and looks for missed ones now and then. */
  start(): Promise<void>;
  /** Delivers what is due now; returns how many events it took. */
  deliverDue(): Promise<number>;
  stop(): Promise<void>;
}

interface Options {
  readonly database: Database;
  readonly subscribers: readonly OutboxSubscriber[];
  readonly onError: (error: unknown, event: DeliveredEvent) => void;
  readonly pollMs?: number;
}

const BATCH = 50;
const KEEP_DAYS = 7;

const takeOne = `
  select id, at, topic, payload, attempts from outbox
  where delivered_at is null and next_attempt_at <= now()
  order by next_attempt_at, id limit 1 for update skip locked`;

// 1 s, 4 s, 16 s … up to an hour: a neighbour that is down for a week is not asked every second.
const retryLater = `
  update outbox set attempts = attempts + 1, last_error = $2,
    next_attempt_at = now() + least(interval '1 hour', interval '1 second' * power(4, least(attempts, 8)))
  where id = $1`;

export function createOutboxDispatcher({ database, subscribers, onError, pollMs = 5_000 }: Options): OutboxDispatcher {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const topics = new Map<string, OutboxSubscriber[]>();
  for (const subscriber of subscribers) {
    for (const topic of subscriber.topics) topics.set(topic, [...(topics.get(topic) ?? []), subscriber]);
  }

  /** An event and its effects are one unit of work; of several servers one has it. */
  async function deliverOne(): Promise<boolean> {
    let taken: DeliveredEvent | undefined;
    try {
      await database.transaction(async () => {
        [taken] = await database.query<DeliveredEvent>(takeOne);
        if (!taken) return;
        for (const subscriber of topics.get(taken.topic) ?? []) await subscriber.handle(taken);
        await database.query('update outbox set delivered_at = now() where id = $1', [taken.id]);
      });
    } catch (error) {
      if (!taken) throw error;
      onError(error, taken);
      await database.query(retryLater, [taken.id, error instanceof Error ? error.name : 'unknown']);
    }
    return taken !== undefined;
  }

  async function deliverDue(): Promise<number> {
    let count = 0;
    while (!stopped && count < BATCH && (await runWithContext({ traceId: newTraceId() }, deliverOne))) count += 1;
    return count;
  }

  function wake(): void {
    if (stopped) return;
    running = running
      .then(deliverDue)
      .then((count) => count === BATCH && setImmediate(wake))
      .catch(() => undefined);
  }

  return {
    deliverDue,
    async start() {
      await database.listen(OUTBOX_CHANNEL, wake, wake);
      timer = setInterval(wake, pollMs);
      timer.unref();
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Removes events delivered more than a week ago. */
export async function forgetDelivered(database: Database): Promise<void> {
  await database.query(`delete from outbox where delivered_at < now() - make_interval(days => $1)`, [KEEP_DAYS]);
}
