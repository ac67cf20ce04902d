import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import type { Actor } from '../access/actor.ts';
import { mayHear } from './event-visibility.ts';
import type { Hearing } from './event-visibility.ts';
import type { LiveEvents } from './live-events.ts';

const HEARTBEAT_MS = 20_000;

interface Options {
  readonly actor: Actor;
  readonly hearing: Hearing;
  readonly live: LiveEvents;
  /** Whether the session still stands; asked at each heartbeat. */
  readonly isValid: () => Promise<boolean>;
  readonly heartbeatMs?: number;
}

/**
 * The server-sent events of one screen. `resync` tells it to look at everything again; a comment now and then keeps
 * proxies from closing the connection, and ends it when the session has ended.
 */
export function openEventStream({ actor, hearing, live, isValid, heartbeatMs = HEARTBEAT_MS }: Options): Readable {
  const stream = new PassThrough();
  const write = (event: object): void => {
    stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const unsubscribe = live.subscribe({
    onEvent: (event) => {
      if (mayHear(actor, hearing, event)) write(event.type === 'notifications.changed' ? { type: event.type } : event);
    },
    onGap: () => write({ type: 'resync' }),
  });
  const heartbeat = setInterval(() => {
    isValid().then(
      (valid) => (valid ? stream.write(': still here\n\n') : stream.end()),
      () => stream.end(),
    );
  }, heartbeatMs);
  heartbeat.unref();
  stream.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
  stream.write('retry: 1000\n: open\n\n');
  return stream;
}
