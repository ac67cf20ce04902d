import type { Client } from 'pg';

export type NotificationHandler = (payload: string) => void;

const RECONNECT_AFTER_MS = 500;

export interface Listener {
  listen(channel: string, handler: NotificationHandler): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * LISTEN on one connection of its own, opened at the first use and opened again when it is lost. What was notified
 * while it was down is lost: handlers treat a notification as a hint to look, never as the data itself.
 */
export function createListener(createClient: () => Client, onError: (error: Error) => void): Listener {
  const handlers = new Map<string, Set<NotificationHandler>>();
  let connection: Promise<Client> | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<Client> {
    const client = createClient();
    client.on('error', onError);
    client.on('end', reconnectLater);
    client.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload ?? '');
    });
    await client.connect();
    for (const channel of handlers.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return client;
  }

  function reconnectLater(): void {
    connection = undefined;
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      if (!closed && !connection) open().catch(onError);
    }, RECONNECT_AFTER_MS);
    retry.unref();
  }

  function open(): Promise<Client> {
    connection ??= connect().catch((error: Error) => {
      reconnectLater();
      throw error;
    });
    return connection;
  }

  return {
    async listen(channel, handler) {
      const existing = handlers.get(channel);
      if (existing) {
        existing.add(handler);
        await open();
      } else {
        const alreadyOpen = connection;
        handlers.set(channel, new Set([handler]));
        const client = await open();
        if (alreadyOpen) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      }
      return async () => {
        handlers.get(channel)?.delete(handler);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
