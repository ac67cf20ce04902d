import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openPool } from './database.ts';
import { createJsonClient } from './json-client.ts';
import { freePort } from './office/server.ts';
import { PeerMissing } from './peer-missing.ts';

/** The server is under the Business Source License: fetched for the measurement, never a dependency. */
export const RESTATE_VERSION = '1.7.12';
const packages = [`@restatedev/restate-server@${RESTATE_VERSION}`, '@restatedev/restate-sdk@1.17.2'];
const READY_WITHIN_MS = 60_000;

export interface RestatePeer {
  /** Tells an object that a step of it is complete, and waits until that is durable and its row written. */
  complete(id: string): Promise<void>;
  stop(): Promise<void>;
}

/** Restate doing the least that compares: a virtual object keeps one record in PostgreSQL for each completion. */
export async function startRestatePeer(databaseUrl: string, clients: number): Promise<RestatePeer> {
  const folder = installRestate();
  const pool = openPool(databaseUrl, 1);
  await pool.query('create table restate_records (id uuid primary key, workflow text, data jsonb)');
  await pool.end();
  const data = mkdtempSync(path.join(tmpdir(), 'bench-restate-'));
  const ports = { service: await freePort(), ingress: await freePort(), admin: await freePort() };
  const processes = [
    spawn(serverProgram(folder), ['--no-logo', '--base-dir', data, '--node-name', 'bench'], {
      stdio: 'ignore',
      env: { ...process.env, ...serverSettings(ports, await freePort()) },
    }),
    spawn(process.execPath, ['bench/restate-service.mjs', folder, String(ports.service), databaseUrl], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  ];
  const lastResort = (): void => processes.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', lastResort);
  const client = createJsonClient(`http://127.0.0.1:${ports.ingress}`, clients);
  const stop = async (): Promise<void> => {
    client.close();
    process.off('exit', lastResort);
    await Promise.all(processes.map(end));
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await register(ports);
    await untilReady(() => client.post('/case/first/complete', submission));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async complete(id) {
      await client.post(`/case/${id}/complete`, submission);
    },
    stop,
  };
}

const submission = { number: 1 };

function installRestate(): string {
  const folder = path.join(
    process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
    'esocial/restate',
    RESTATE_VERSION,
  );
  const stamp = path.join(folder, 'installed');
  if (existsSync(stamp)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--save-exact'];
  const { status } = spawnSync('npm', ['install', ...options, ...packages], { cwd: folder, stdio: 'ignore' });
  if (status !== 0 || !existsSync(serverProgram(folder)))
    throw new PeerMissing(`npm could not install ${packages.join(' and ')}`);
  writeFileSync(stamp, '');
  return folder;
}

const serverProgram = (folder: string): string =>
  path.join(
    folder,
    `node_modules/@restatedev/restate-server-${process.platform}-${process.arch}`,
    'bin/restate-server',
  );

function serverSettings(ports: { ingress: number; admin: number }, port: number): Record<string, string> {
  return {
    RESTATE_LISTEN_MODE: 'tcp',
    RESTATE_BIND_IP: '127.0.0.1',
    RESTATE_BIND_PORT: String(port),
    RESTATE_INGRESS__BIND_PORT: String(ports.ingress),
    RESTATE_ADMIN__BIND_PORT: String(ports.admin),
    RESTATE_ADMIN__DISABLE_WEB_UI: 'true',
    RESTATE_DISABLE_TELEMETRY: 'true',
    RESTATE_LOG_FILTER: 'error',
    DO_NOT_TRACK: '1',
  };
}

async function register({ admin, service }: { admin: number; service: number }): Promise<void> {
  const client = createJsonClient(`http://127.0.0.1:${admin}`, 1);
  await untilReady(() => client.post('/deployments', { uri: `http://127.0.0.1:${service}` }));
  client.close();
}

async function untilReady(attempt: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const failure = await Promise.race([attempt().then(() => undefined, String), delay(10_000, 'no answer')]);
    if (failure === undefined) return;
    if (Date.now() > deadline) throw new PeerMissing(`the server did not become ready: ${failure}`);
    await delay(200);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(cut);
}
