import type { Database } from '../database/database.ts';

export interface OutboxEvent {
  /** `noun.past-verb`, for example `task.completed`. */
  readonly topic: string;
  /** Ids and facts, as JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Outbox {
  /** Writes the event in the current unit of work; the dispatcher delivers it at least once after the commit. */
  append(event: OutboxEvent): Promise<void>;
}

export const OUTBOX_CHANNEL = 'outbox';

// The notification reaches the dispatchers at the commit; equal ones of one transaction are sent once.
const append = `
  with event as (insert into outbox (topic, payload) values ($1, $2) returning id)
  select pg_notify('${OUTBOX_CHANNEL}', '') from event`;

export function createOutbox(database: Database): Outbox {
  return {
    async append({ topic, payload }) {
      await database.query(append, [topic, payload]);
    },
  };
}
