import type { CaseChangedEvent } from '@esocial/contracts/generated/api-events-case-changed.ts';
import type { NotificationsChangedEvent } from '@esocial/contracts/generated/api-events-notifications-changed.ts';
import type { TasksChangedEvent } from '@esocial/contracts/generated/api-events-tasks-changed.ts';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import { newId } from '../ids/new-id.ts';

/** A change that open screens want to know of: ids only, never personal data. */
export type LiveEvent = TasksChangedEvent | CaseChangedEvent | NotificationsChangedEvent;

export interface LiveEventListener {
  onEvent(event: LiveEvent): void;
  /** Events may have been missed. */
  onGap(): void;
}

export interface LiveEvents {
  /**
   * Tells the screens of every server process, after the change was committed. A hint to look again: it may be lost,
   * and screens also look again when they come back into view.
   */
  publish(events: readonly LiveEvent[]): void;
  /** Hears all events until the returned function is called. */
  subscribe(listener: LiveEventListener): () => void;
  start(): Promise<void>;
}

export interface LiveEventHub extends LiveEvents {
  /** Sends what still waits. */
  stop(): Promise<void>;
}

const CHANNEL = 'live_events';
// To other processes the first is sent at once; what comes within a moment after it is sent together, since a
// notification takes a lock that all commits share.
const COLLECT_MS = 10;
// PostgreSQL refuses payloads of 8,000 bytes and more; the sender's id goes before the events.
const MAX_PAYLOAD = 7_500;

// Screens of this process are told directly. A notification is a transaction of its own, so it is sent only when
// another server process listens, and it does not wait for the disk: it is a hint.
const notifyOthers = `
  select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)
  from (select count(*) as listeners from pg_stat_activity
    where datname = current_database() and application_name like '% listen') connections
  where listeners > $3`;

export function createLiveEvents(database: Database, onError: (error: unknown) => void): LiveEventHub {
  const self = newId();
  const listeners = new Set<LiveEventListener>();
  let waiting: LiveEvent[] = [];
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  const sending = new Set<Promise<unknown>>();

  function hear(events: readonly LiveEvent[]): void {
    for (const event of events) for (const listener of listeners) listener.onEvent(event);
  }

  function send(): void {
    timer = undefined;
    if (waiting.length === 0) return;
    timer = setTimeout(send, COLLECT_MS);
    const payloads = toPayloads(waiting);
    waiting = [];
    const own = started && database.isListening() ? 1 : 0;
    for (const payload of payloads) {
      const values = [CHANNEL, `${self}${payload}`, own];
      const sent = outsideUnitOfWork(() => database.query(notifyOthers, values)).catch(onError);
      sending.add(sent);
      void sent.then(() => sending.delete(sent));
    }
  }

  return {
    publish(events) {
      hear(events);
      waiting.push(...events);
      if (!timer) send();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      started = true;
      const receive = (payload: string): void => {
        if (!payload.startsWith(self)) hear(JSON.parse(payload.slice(self.length)) as LiveEvent[]);
      };
      await database.listen(CHANNEL, receive, () => listeners.forEach((listener) => listener.onGap()));
    },
    async stop() {
      clearTimeout(timer);
      send();
      clearTimeout(timer);
      await Promise.all(sending);
    },
  };
}

/** The events as JSON lists, each short enough for one notification. Equal events are sent once. */
export function toPayloads(events: readonly LiveEvent[]): string[] {
  const payloads: string[] = [];
  let parts: string[] = [];
  let length = 2;
  for (const part of new Set(events.map((event) => JSON.stringify(event)))) {
    const bytes = Buffer.byteLength(part) + 1;
    if (length + bytes > MAX_PAYLOAD && parts.length > 0) {
      payloads.push(`[${parts.join(',')}]`);
      parts = [];
      length = 2;
    }
    if (bytes + 2 > MAX_PAYLOAD) continue;
    parts.push(part);
    length += bytes;
  }
  return parts.length > 0 ? [...payloads, `[${parts.join(',')}]`] : payloads;
}
