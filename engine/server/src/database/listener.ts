import type { Client } from 'pg';

export type NotificationHandler = (payload: string) => void;

interface Subscription {
  readonly handle: NotificationHandler;
  readonly onGap: (() => void) | undefined;
}

const RECONNECT_AFTER_MS = 500;

export interface Listener {
  /** `onGap` is called when the connection was lost and is open again: notifications may have been missed. */
  listen(channel: string, handle: NotificationHandler, onGap?: () => void): Promise<void>;
  /** Whether notifications arrive now. */
  isConnected(): boolean;
  close(): Promise<void>;
}

/**
 * LISTEN on one connection of its own, opened at the first use and opened again when it is lost. What is notified
 * while it is down is missed: handlers treat a notification as a hint to look, never as the data itself.
 */
export function createListener(createClient: () => Client, onError: (error: Error) => void): Listener {
  const channels = new Map<string, Set<Subscription>>();
  let connection: Promise<Client> | undefined;
  let connected = false;
  let adding: Promise<void> = Promise.resolve();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<Client> {
    const client = createClient();
    client.on('error', onError);
    client.on('end', () => {
      connected = false;
      connection = undefined;
      reconnectLater();
    });
    client.on('notification', ({ channel, payload }) => {
      for (const { handle } of channels.get(channel) ?? []) handle(payload ?? '');
    });
    await client.connect();
    for (const channel of channels.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    connected = true;
    return client;
  }

  function reconnectLater(): void {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      if (!closed) reconnect().catch(onError);
    }, RECONNECT_AFTER_MS);
    retry.unref();
  }

  async function reconnect(): Promise<void> {
    await open();
    for (const subscriptions of channels.values()) for (const { onGap } of subscriptions) onGap?.();
  }

  function open(): Promise<Client> {
    connection ??= connect().catch((error: Error) => {
      connection = undefined;
      reconnectLater();
      throw error;
    });
    return connection;
  }

  async function add(channel: string, subscription: Subscription): Promise<void> {
    const known = channels.get(channel);
    known?.add(subscription);
    const opened = connection;
    if (!known) channels.set(channel, new Set([subscription]));
    const client = await open();
    if (!known && opened) await client.query(`listen ${client.escapeIdentifier(channel)}`);
  }

  return {
    listen(channel, handle, onGap) {
      // One after the other: a connection takes one statement at a time.
      const added = adding.then(() => add(channel, { handle, onGap }));
      adding = added.catch(() => undefined);
      return added;
    },
    isConnected: () => connected,
    async close() {
      closed = true;
      clearTimeout(retry);
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
