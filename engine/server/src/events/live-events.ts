import type { CaseChangedEvent } from '@esocial/contracts/generated/api-events-case-changed.ts';
import type { NotificationsChangedEvent } from '@esocial/contracts/generated/api-events-notifications-changed.ts';
import type { TasksChangedEvent } from '@esocial/contracts/generated/api-events-tasks-changed.ts';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';

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

const CHANNEL = 'live_events';
// What many commits within a moment say is sent together: a notification takes a lock that all commits share.
const COLLECT_MS = 20;
// PostgreSQL refuses payloads of 8,000 bytes and more.
const MAX_PAYLOAD = 7_500;

export function createLiveEvents(database: Database, onError: (error: unknown) => void): LiveEvents {
  const listeners = new Set<LiveEventListener>();
  let waiting: LiveEvent[] = [];
  let timer: NodeJS.Timeout | undefined;

  function send(): void {
    timer = undefined;
    const payloads = toPayloads(waiting);
    waiting = [];
    for (const payload of payloads) {
      outsideUnitOfWork(() => database.query('select pg_notify($1, $2)', [CHANNEL, payload])).catch(onError);
    }
  }

  return {
    publish(events) {
      waiting.push(...events);
      timer ??= setTimeout(send, COLLECT_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const hear = (payload: string): void => {
        const events = JSON.parse(payload) as LiveEvent[];
        for (const event of events) for (const listener of listeners) listener.onEvent(event);
      };
      await database.listen(CHANNEL, hear, () => listeners.forEach((listener) => listener.onGap()));
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
