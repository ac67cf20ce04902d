import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { openDatabase } from './database/database.ts';
import type { Database } from './database/database.ts';
import { provideDatabase } from './database/provide-database.ts';
import type { StaticApplication } from './http/static-files.ts';
import { projectRoot } from './settings/project-root.ts';
import { SettingError } from './settings/setting.ts';
import { readSettings } from './settings/settings.ts';
import type { Settings } from './settings/settings.ts';

const DRAIN_MS = 10_000;

export interface RunningServer {
  /** Where it listens, for example `http://localhost:3000`. */
  readonly address: string;
  /** Ends open requests, background work and, when it is ours alone, the embedded PostgreSQL. */
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Loads what the first start needs, when the database is ready and before anybody is served. */
  readonly prepare?: (database: Database, settings: Settings) => Promise<void>;
}

/** Starts the server as the settings say: port, database, migrations, application. */
export async function serve({ environment = process.env, prepare }: ServeOptions = {}): Promise<RunningServer> {
  const configured = readSettings(environment);
  const logger = pino({ level: configured.logLevel, base: null });
  // The port first: that it is taken is known before the database has been touched.
  const server = createServer(answerStarting);
  await listen(server, configured);
  const settings = withRealPort(configured, server);
  const release: (() => Promise<void>)[] = [() => drain(server, logger)];
  const stop = async (): Promise<void> => {
    for (const step of release) await step();
  };
  try {
    const provided = await provideDatabase(settings);
    release.push(() => provided.stop());
    const database = openDatabase(provided.url, {
      poolSize: settings.databasePoolSize,
      onError: (error) =>
        logger.warn({ cause: error.name, code: (error as NodeJS.ErrnoException).code }, 'database connection lost'),
    });
    release.splice(1, 0, () => database.close());
    await prepare?.(database, settings);
    const app = await createApp({ settings, database, logger, applications: builtApplications() });
    release.splice(1, 0, () => app.stop());
    await app.start();
    server.off('request', answerStarting).on('request', (request, response) => void app.http(request, response));
    logger.info({ address: settings.publicUrl }, 'serving');
    return { address: settings.publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is asked while the server starts is told to ask again. */
function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    'retry-after': '1',
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end('eSocial is starting');
}

function builtApplications(): StaticApplication[] {
  const root = projectRoot();
  return [
    { base: '/', folder: join(root, 'engine/workspace/dist') },
    { base: '/designer/', folder: join(root, 'designer/dist') },
  ];
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `is ${port}, but another program already listens on that port: stop it, or choose another with PORT=${port + 1}`;
      reject(error.code === 'EADDRINUSE' ? new SettingError('PORT', taken) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** With PORT=0 the address under which the server is reached is known only now. */
function withRealPort(settings: Settings, server: Server): Settings {
  const { port } = server.address() as AddressInfo;
  return { ...settings, port, publicUrl: settings.publicUrl.replace(/:0$/, `:${port}`) };
}

/** Takes no new requests and lets the open ones end; what is still open after ten seconds is cut. */
function drain(server: Server, logger: Logger): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      logger.warn('requests were still open and have been cut');
      server.closeAllConnections();
    }, DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
