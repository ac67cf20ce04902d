import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 120_000;

/** The server as `npm start` runs it, in a process of its own, with its own database. */
export interface RunningServer {
  readonly address: string;
  readonly dataDirectory: string;
  readonly process: ChildProcess;
  /** Everything the server printed. */
  output(): string;
  /** Ends the server process; with SIGKILL its PostgreSQL lives on. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Ends the server and its PostgreSQL and removes the data. */
  dispose(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(address: string, server: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}:\n${output()}`);
    const ready = await fetch(`${address}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await delay(50);
  }
  throw new Error(`The server was not ready within two minutes:\n${output()}`);
}

export interface ServerOptions {
  /** Takes up the data of an earlier server. */
  dataDirectory?: string;
  port?: number;
  environment?: Record<string, string>;
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(path.join(tmpdir(), 'esocial-'));
  const port = options.port ?? (await freePort());
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, [path.join(root, 'engine/server/dist/start-sandbox.js')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      DATA_DIR: dataDirectory,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const collect = (chunk: Buffer): void => {
    printed = (printed + chunk.toString()).slice(-20_000);
  };
  server.stdout.on('data', collect);
  server.stderr.on('data', collect);
  await untilReady(address, server, () => printed);

  async function kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }

  return {
    address,
    dataDirectory,
    process: server,
    output: () => printed,
    kill,
    async dispose() {
      await kill('SIGTERM');
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
