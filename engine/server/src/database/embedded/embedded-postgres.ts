import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { makeDataDirectory } from './data-directory.ts';
import { withFileLock } from './file-lock.ts';
import { choosePostgresAccount } from './postgres-account.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';
import { SUPERUSER, describeCluster, initialiseCluster, spawnPostgres, stopPostgres } from './postgres-cluster.ts';
import type { Cluster } from './postgres-cluster.ts';
import { createRolesAndDatabase } from './postgres-roles.ts';
import { isStale, readPostmaster } from './postmaster-file.ts';

export const OWNER_ROLE = 'esocial_owner';
export const APP_ROLE = 'esocial_app';

/** Small and durable: what a commit acknowledged survives a power cut. Errors are logged without the values of rows. */
const durableSettings: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  max_connections: '100',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 25;

export interface EmbeddedPostgres {
  /** The address of a database for one of the roles. */
  connectionString(role: string, database: string): string;
  /** Stops the server unless somebody else is still connected to it; returns whether it did. */
  stop(): Promise<boolean>;
}

export interface EmbeddedPostgresOptions {
  /** The project's folder, in whose node_modules the binaries are. */
  readonly root: string;
  readonly dataDirectory: string;
  /** Databases to be made, owned by the owner role. */
  readonly databases: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the embedded PostgreSQL, or takes over the one that an earlier process left running. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = choosePostgresAccount();
  makeDataDirectory(options.dataDirectory, account);
  return withFileLock(join(options.dataDirectory, 'start.lock'), async () => {
    const binaries = preparePostgresBinaries(options.root, options.dataDirectory, account);
    const cluster = describeCluster(options.dataDirectory, binaries, account);
    await initialiseCluster(cluster);
    const client =
      (await connectToRunning(cluster)) ?? (await start(cluster, { ...durableSettings, ...options.settings }));
    await createRolesAndDatabase(client, cluster.password, options.databases);
    await client.end();
    return {
      connectionString: (role, database) => address(cluster, role, database),
      stop: () => stopUnlessUsed(cluster),
    };
  });
}

/** The embedded PostgreSQL that runs on a data directory, without starting one. */
export async function findEmbeddedPostgres(root: string, dataDirectory: string): Promise<EmbeddedPostgres | undefined> {
  const account = choosePostgresAccount();
  const cluster = describeCluster(dataDirectory, preparePostgresBinaries(root, dataDirectory, account), account);
  const client = await connectToRunning(cluster);
  await client?.end();
  return (
    client && {
      connectionString: (role, database) => address(cluster, role, database),
      stop: () => stopUnlessUsed(cluster),
    }
  );
}

function address(cluster: Cluster, role: string, database: string): string {
  const postmaster = readPostmaster(cluster.data);
  if (!postmaster) throw new Error(`The embedded PostgreSQL on ${cluster.data} is not running`);
  const host = encodeURIComponent(postmaster.host);
  return `postgresql://${role}:${cluster.password}@${host}:${postmaster.port}/${database}`;
}

async function start(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<Client> {
  await spawnPostgres(cluster, settings);
  const client = await connectUntil(cluster, Date.now() + START_TIMEOUT_MS, () => true);
  if (!client) throw new Error(`The embedded PostgreSQL did not start within a minute; ${cluster.log} says why`);
  return client;
}

async function connectToRunning(cluster: Cluster): Promise<Client | undefined> {
  const postmaster = readPostmaster(cluster.data);
  if (!postmaster) return undefined;
  const isRunning = (): boolean => {
    const current = readPostmaster(cluster.data);
    return current !== undefined && !isStale(current, cluster.data);
  };
  // It may still be recovering, or stopping: then postmaster.pid goes away and a new one is started.
  const client = await connectUntil(cluster, Date.now() + START_TIMEOUT_MS, isRunning);
  if (!client && !isRunning()) rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
  return client;
}

async function connectUntil(cluster: Cluster, deadline: number, mayGoOn: () => boolean): Promise<Client | undefined> {
  while (Date.now() < deadline && mayGoOn()) {
    const client =
      readPostmaster(cluster.data) && new Client({ connectionString: address(cluster, SUPERUSER, 'postgres') });
    client?.on('error', () => undefined);
    const connected = await client?.connect().then(
      () => true,
      () => false,
    );
    if (connected) return client;
    await delay(POLL_MS);
  }
  return undefined;
}

async function stopUnlessUsed(cluster: Cluster): Promise<boolean> {
  const client = await connectToRunning(cluster);
  if (!client) return false;
  const others = await client.query(
    `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
  );
  await client.end();
  if (others.rowCount) return false;
  await stopPostgres(cluster);
  return true;
}
