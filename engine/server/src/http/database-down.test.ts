import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import type { App } from '../app.ts';
import { openDatabase } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { createTestClient } from './testing/test-client.ts';
import type { TestClient } from './testing/test-client.ts';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

/** A line to PostgreSQL that can be cut and mended. */
interface Line {
  readonly connectionString: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

async function createLine(connectionString: string): Promise<Line> {
  const url = new URL(connectionString);
  const target = {
    host: decodeURIComponent(url.searchParams.get('host') ?? url.hostname),
    port: Number(url.port || 5432),
  };
  const sockets = new Set<Socket>();
  const listener: Server = createServer((near) => {
    const far = target.host.startsWith('/')
      ? connect(`${target.host}/.s.PGSQL.${target.port}`)
      : connect(target.port, target.host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [near, far].forEach((end) => end.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) => new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${port}`;
  return {
    connectionString: url.toString(),
    async cut() {
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    mend: () => listen(port),
  };
}

describe('a database that goes away', () => {
  let server: TestServer;
  let line: Line;
  let database: Database;
  let app: App;
  let client: TestClient;
  const http = createHttpServer();
  const log: string[] = [];

  beforeAll(async () => {
    server = await createTestServer();
    const signedIn = await server.signIn('librarian');
    line = await createLine(server.test.connectionString);
    database = openDatabase(line.connectionString, { onError: () => undefined });
    const logger = pino({ level: 'debug' }, { write: (text: string) => void log.push(text) });
    const settings = {
      publicUrl: server.address,
      trustProxy: 0,
      saml: undefined,
      session: { hours: 12, idleMinutes: 60 },
    };
    app = await createApp({ settings, database, logger });
    await app.start();
    http.on('request', (request, response) => void app.http(request, response));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    client = createTestClient(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, signedIn.cookie);
  }, 120_000);

  afterAll(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await app.stop();
    await database.close();
    await line.cut();
    await server.close();
  });

  it('is told to whoever asks, in words and with when to ask again; then all goes on without a restart', async () => {
    // given
    expect((await client.get('/api/v1/session')).status).toBe(200);

    // when
    await line.cut();
    const replies = await Promise.all([
      client.get('/api/v1/institutions'),
      client.get('/api/v1/notifications'),
      client.patch('/api/v1/session', { language: 'ru' }),
      client.get('/api/v1/session'),
    ]);
    const [live, ready] = [await client.get('/livez'), await client.get('/readyz')];

    // then
    for (const { status, headers, body } of replies) {
      expect([status, headers.get('retry-after'), body['code']]).toEqual([503, '2', 'temporarily_unavailable']);
    }
    expect([live.status, ready.status]).toEqual([200, 503]);

    // when
    await line.mend();
    const back = await Promise.all([
      client.get('/api/v1/institutions'),
      client.patch('/api/v1/session', { language: 'ru' }),
    ]);

    // then
    expect(back.map(({ status }) => status)).toEqual([200, 200]);
    expect((await client.get('/readyz')).status).toBe(200);
    expect(log.join('')).not.toContain('Rusu');
  }, 30_000);
});

describe('a database whose connections are all taken', () => {
  let server: TestServer;
  let database: Database;
  let app: App;
  let client: TestClient;
  const http = createHttpServer();

  beforeAll(async () => {
    server = await createTestServer();
    const signedIn = await server.signIn('librarian');
    database = openDatabase(server.test.connectionString, { poolSize: 1, waitMs: 300 });
    const settings = {
      ...{ publicUrl: server.address, trustProxy: 0, saml: undefined },
      session: { hours: 12, idleMinutes: 60 },
    };
    app = await createApp({ settings, database, logger: pino({ level: 'silent' }) });
    http.on('request', (request, response) => void app.http(request, response));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    client = createTestClient(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, signedIn.cookie);
  }, 120_000);

  afterAll(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await app.stop();
    await database.close();
    await server.close();
  });

  it.each<[string, (work: () => Promise<unknown>) => Promise<unknown>]>([
    ['statements', (work) => work()],
    ['units of work', (work) => database.transaction(work)],
  ])('tells who waits too long for one, in words (%s)', async (_what, hold) => {
    // given
    await client.get('/api/v1/session');
    const held = hold(() => database.query('select pg_sleep(1.5)'));

    // when
    const { status, headers, body } = await client.patch('/api/v1/session', { language: 'ro' });

    // then
    expect([status, headers.get('retry-after'), body['code']]).toEqual([503, '2', 'temporarily_unavailable']);
    expect(body['detail']).toContain('Încercați din nou');
    await held;
    expect((await client.patch('/api/v1/session', { language: 'ro' })).status).toBe(200);
  });
});
