import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectKey } from './data-directory.ts';
import type { PostgresAccount } from './postgres-account.ts';

const run = promisify(execFile);

/** The name of the role that may do everything in the embedded PostgreSQL. */
export const SUPERUSER = 'esocial_superuser';

// A socket's path must fit into sockaddr_un (104 bytes on macOS, 108 on Linux), file name included.
const MAX_SOCKET_FOLDER = 80;

export interface Cluster {
  readonly binaries: string;
  /** PGDATA. */
  readonly data: string;
  /** The folder of the socket; undefined on Windows, which listens on the loopback address. */
  readonly socketFolder: string | undefined;
  readonly log: string;
  readonly password: string;
  readonly account: PostgresAccount | undefined;
}

/** Lays out the folders of a cluster and its password (32 random bytes, readable by its owner alone). */
export function describeCluster(
  dataDirectory: string,
  binaries: string,
  account: PostgresAccount | undefined,
): Cluster {
  const inData = join(dataDirectory, 'postgres-socket');
  const socketFolder =
    inData.length <= MAX_SOCKET_FOLDER ? inData : join(tmpdir(), `esocial-${projectKey(dataDirectory)}`);
  return {
    binaries,
    data: join(dataDirectory, 'postgres-18'),
    socketFolder: process.platform === 'win32' ? undefined : socketFolder,
    log: join(dataDirectory, 'postgres.log'),
    password: readOrMakePassword(join(dataDirectory, 'postgres-password')),
    account,
  };
}

function readOrMakePassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** Makes the data directory with initdb, unless it is there; one that initdb left unfinished is made anew. */
export async function initialiseCluster(cluster: Cluster): Promise<void> {
  if (existsSync(join(cluster.data, 'PG_VERSION')) && existsSync(finishedMark(cluster))) return;
  rmSync(cluster.data, { recursive: true, force: true });
  makeOwnFolder(cluster.data, cluster.account);
  const passwordFile = join(cluster.data, '..', 'postgres-password.initdb');
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  await run(
    join(cluster.binaries, 'bin', 'initdb'),
    [
      ...['-D', cluster.data, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ],
    spawnOptions(cluster),
  );
  rmSync(passwordFile);
  writeFileSync(finishedMark(cluster), '');
}

function finishedMark(cluster: Cluster): string {
  return `${cluster.data}.initialised`;
}

/** Starts `postgres` in a session of its own, so that it outlives a killed server and no Ctrl-C reaches it. */
export function spawnPostgres(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<void> {
  if (cluster.socketFolder) makeOwnFolder(cluster.socketFolder, cluster.account);
  const listen = cluster.socketFolder
    ? { listen_addresses: '', unix_socket_directories: cluster.socketFolder, unix_socket_permissions: '0700' }
    : { listen_addresses: '127.0.0.1', port: String(40_000 + Math.floor(Math.random() * 20_000)) };
  const flags = Object.entries({ ...listen, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(cluster.log, 'a', 0o600);
  const child = spawn(join(cluster.binaries, 'bin', 'postgres'), ['-D', cluster.data, ...flags], {
    ...spawnOptions(cluster),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', resolve);
  });
}

export async function stopPostgres(cluster: Cluster): Promise<void> {
  await run(
    join(cluster.binaries, 'bin', 'pg_ctl'),
    ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-s'],
    spawnOptions(cluster),
  );
}

function makeOwnFolder(folder: string, account: PostgresAccount | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function spawnOptions({ account, binaries }: Cluster) {
  const { PATH, SystemRoot } = process.env;
  const libraries = join(binaries, 'lib');
  return {
    cwd: binaries,
    env: {
      LC_ALL: 'C',
      TZ: 'UTC',
      LD_LIBRARY_PATH: libraries,
      ...(PATH && { PATH }),
      ...(SystemRoot && { SystemRoot }),
    },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}
