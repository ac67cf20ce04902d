import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startZeebe } from '../../scripts/lib/zeebe.mjs';
import type { RunningZeebe } from '../../scripts/lib/zeebe.mjs';
import { signIn } from '../support/client.ts';
import type { ApiClient, ApiReply } from '../support/client.ts';
import { childProtectionRoad, expectStatus, formOf, prepareReferences, submission } from '../support/road.ts';
import type { StartedCase, TaskItem } from '../support/road.ts';
import { freePort, startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(600_000);

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** How many of the commands meet a kill: drawn by the seed, all of them with KILL_SHARE=1. */
const SHARE = Number(process.env['KILL_SHARE'] ?? 0.4);
const PATIENCE_MS = 60_000;

interface CasePage {
  status: string;
  openTasks: TaskItem[];
}

describe(`the road of child protection with broker or server killed at its commands (SEED=${SEED})`, () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'esocial-broker-'));
  const clients = new Map<string, ApiClient>();
  let draws = SEED;
  let streamPort = 0;
  let broker: RunningZeebe;
  let server: RunningServer;

  /** From 0 to `below`, the same for the same seed. */
  function draw(below: number): number {
    draws = (draws * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (draws / 2_147_483_648) * below;
  }

  const client = (persona: string): ApiClient => clients.get(persona) as ApiClient;

  async function restartBroker(): Promise<void> {
    await broker.kill();
    broker = await startZeebe({ dataDir, ports: broker.ports, exporterUrl: `http://127.0.0.1:${streamPort}` });
  }

  async function restartServer(): Promise<void> {
    await server.kill('SIGKILL');
    server = await startServer({
      dataDirectory: server.dataDirectory,
      port: Number(new URL(server.address).port),
      environment: environment(),
    });
  }

  const environment = () => ({
    PROCESS_ENGINE: 'zeebe',
    ZEEBE_GRPC_ADDRESS: broker.grpcAddress,
    ZEEBE_REST_ADDRESS: broker.restUrl,
    ZEEBE_STREAM_PORT: String(streamPort),
  });

  /** Sends a request; when it is its turn, kills one of the two somewhere around it and repeats it under its key. */
  async function sendThrough<T>(persona: string, target: string, body: unknown): Promise<ApiReply<T>> {
    const key = { 'idempotency-key': crypto.randomUUID() };
    if (draw(1) >= SHARE) return client(persona).post<T>(target, body, key);
    const first = client(persona)
      .post<T>(target, body, key)
      .catch(() => undefined);
    await delay(draw(150));
    await (draw(1) < 0.5 ? restartBroker() : restartServer());
    const acknowledged = await first;
    const repeated = await client(persona).post<T>(target, body, key);
    if (acknowledged && acknowledged.status < 300) expect(repeated.body).toEqual(acknowledged.body);
    return repeated;
  }

  async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const found = await look();
      if (found !== undefined) return found;
      await delay(200);
    }
    throw new Error(
      `It did not come within ${PATIENCE_MS} ms: ${await (await fetch(`${server.address}/readyz`)).text()}`,
    );
  }

  const caseOf = async (caseId: string): Promise<CasePage> =>
    expectStatus(await client('caseworker').get<CasePage>(`/api/v1/cases/${caseId}`), 200);

  beforeAll(async () => {
    streamPort = await freePort();
    broker = await startZeebe({ dataDir, exporterUrl: `http://127.0.0.1:${streamPort}` });
    server = await startServer({ environment: environment() });
    for (const persona of ['caseworker', 'supervisor']) clients.set(persona, await signIn(server.address, persona));
  });

  afterAll(async () => {
    await server?.dispose();
    await broker?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('loses nothing and doubles nothing', async () => {
    // given
    const references = await prepareReferences(client('caseworker'), 'Intreruptu');

    // when
    const start = { workflow: 'protectia-copilului', data: submission('fisa-sesizare/valid-scoala', references) };
    const { caseId } = expectStatus(await sendThrough<StartedCase>('caseworker', '/api/v1/cases', start), 201);
    for (const { fixture, as } of childProtectionRoad) {
      const task = await eventually(async () =>
        (await caseOf(caseId)).openTasks.find(({ formKey }) => formKey === formOf(fixture)),
      );
      if (!task.assignee) expectStatus(await client(as).post(`/api/v1/tasks/${task.id}/claims`, {}), 200, 201);
      const data = submission(fixture, references);
      expectStatus(await sendThrough(as, `/api/v1/tasks/${task.id}/submissions`, { data }), 201);
    }

    // then
    const closed = await eventually(async () => {
      const page = await caseOf(caseId);
      return page.status === 'closed' ? page : undefined;
    });
    expect(closed.openTasks).toEqual([]);
    const records = expectStatus(
      await client('caseworker').get<{ items: { formKey: string }[] }>(`/api/v1/cases/${caseId}/records`),
      200,
    );
    const forms = ['fisa-sesizare', ...childProtectionRoad.map(({ fixture }) => formOf(fixture))];
    expect(records.items.map(({ formKey }) => formKey).sort()).toEqual(forms.sort());
    const events = expectStatus(
      await client('caseworker').get<{ items: { event: string }[] }>(`/api/v1/cases/${caseId}/timeline`),
      200,
    );
    const count = (name: string) => events.items.filter(({ event }) => event === name).length;
    expect([count('task.completed'), count('case.closed'), count('incident.raised')]).toEqual([
      childProtectionRoad.length,
      1,
      0,
    ]);
  });

  it('leaves a view of the broker that agrees with its records', async () => {
    await server.kill('SIGTERM');
    const check = spawnSync(process.execPath, ['engine/server/dist/zeebe-check.js'], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: { ...process.env, DATA_DIR: server.dataDirectory, ...environment() },
      encoding: 'utf8',
    });
    expect(check.stderr).toContain(' 0 differ');
    expect(check.status).toBe(0);
  });
});
