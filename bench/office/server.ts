import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

/** One signed-in person with a kept-alive connection of their own. */
export interface HttpClient {
  readonly cookie: string;
  get<T>(address: string): Promise<Reply<T>>;
  post<T>(address: string, body: unknown): Promise<Reply<T>>;
  close(): void;
}

export interface BenchmarkServer {
  readonly address: string;
  signIn(persona: string): Promise<HttpClient>;
  stop(): Promise<void>;
}

/** A port of this machine that nobody listens on. */
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

/** The built server in a process of its own, on this migrated database, with its sandbox sign-in; `flags` are Node's, for example to profile it. */
export async function startServer(applicationUrl: string, flags: readonly string[] = []): Promise<BenchmarkServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const environment = { DATABASE_URL: applicationUrl, DATABASE_POOL_SIZE: '16' };
  const child = spawn(process.execPath, [...flags, path.join(process.cwd(), 'engine/server/dist/main.js')], {
    env: { ...process.env, ...environment, NODE_ENV: 'test', LOG_LEVEL: 'error', PORT: String(port), SANDBOX: 'on' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('The server did not become ready');
    await delay(100);
  }
  const clients: HttpClient[] = [];
  return {
    address,
    async signIn(persona) {
      const client = createClient(port, await cookieOf(address, persona));
      clients.push(client);
      return client;
    },
    async stop() {
      clients.forEach((client) => client.close());
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Walks the sandbox's SAML round trip, as a script of a user would. */
async function cookieOf(address: string, persona: string): Promise<string> {
  const response = await fetch(`${address}/sandbox/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`Signing in as ${persona} answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function createClient(port: number, cookie: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const common = { cookie, origin: `http://localhost:${port}`, 'accept-language': 'en' };

  function send<T>(method: string, address: string, body?: unknown): Promise<Reply<T>> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const written =
      text === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            'idempotency-key': crypto.randomUUID(),
          };
    return new Promise((resolve, reject) => {
      const headers = { ...common, ...written };
      const sent = request({ port, host: 'localhost', agent, method, path: address, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const reply = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, body: (reply === '' ? null : JSON.parse(reply)) as T });
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }

  return {
    cookie,
    get: (address) => send('GET', address),
    post: (address, body) => send('POST', address, body),
    close: () => agent.destroy(),
  };
}

/** The body of a reply that must have this status. */
export function expectStatus<T>({ status, body }: Reply<T>, expected: number): T {
  if (status !== expected) throw new Error(`Answered ${status} instead of ${expected}: ${JSON.stringify(body)}`);
  return body;
}
