import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { ApiReply } from '../support/client.ts';
import {
  childProtectionRoad,
  expectStatus,
  findOpenTask,
  formOf,
  prepareReferences,
  submission,
} from '../support/road.ts';
import type { StartedCase } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(600_000);

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe(`the road with the server killed at any moment (SEED=${SEED})`, () => {
  const random = randomNumbers(SEED);
  let server: RunningServer;
  const clients = new Map<string, ApiClient>();
  let kills = 0;

  async function signInAll(): Promise<void> {
    for (const persona of ['caseworker', 'supervisor']) clients.set(persona, await signIn(server.address, persona));
  }

  const client = (persona: string): ApiClient => {
    const found = clients.get(persona);
    if (!found) throw new Error(`${persona} is not signed in`);
    return found;
  };

  /** Sends a request, kills the server somewhere around it, and repeats the request under the same key until it is answered. */
  async function sendThroughKill<T>(persona: string, path: string, body: unknown): Promise<ApiReply<T>> {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const killAfter = random() * 60;
    const interrupted = client(persona)
      .post<T>(path, body, key)
      .catch(() => undefined);
    await delay(killAfter);
    await server.kill('SIGKILL');
    kills += 1;
    const acknowledged = await interrupted;
    server = await startServer({ dataDirectory: server.dataDirectory, port: Number(new URL(server.address).port) });
    const repeated = await client(persona).post<T>(path, body, key);
    if (acknowledged && acknowledged.status < 300) expect(repeated.body).toEqual(acknowledged.body);
    return repeated;
  }

  beforeAll(async () => {
    server = await startServer();
    await signInAll();
  });

  afterAll(async () => {
    await server?.dispose();
  });

  it('loses nothing acknowledged and doubles nothing', async () => {
    // given
    const references = await prepareReferences(client('caseworker'), 'Intreruptu');

    // when
    const start = { workflow: 'protectia-copilului', data: submission('fisa-sesizare/valid-scoala', references) };
    const { caseId } = expectStatus(await sendThroughKill<StartedCase>('caseworker', '/api/v1/cases', start), 201);
    for (const step of childProtectionRoad) {
      const task = await findOpenTask(client(step.as), caseId, formOf(step.fixture));
      if (!task.assignee) expectStatus(await client(step.as).post(`/api/v1/tasks/${task.id}/claims`, {}), 200, 201);
      const reply = await sendThroughKill(step.as, `/api/v1/tasks/${task.id}/submissions`, {
        data: submission(step.fixture, references),
      });
      expectStatus(reply, 201);
    }

    // then
    const records = expectStatus(
      await client('caseworker').get<{ items: { formKey: string; versions: unknown[] }[] }>(
        `/api/v1/cases/${caseId}/records`,
      ),
      200,
    ).items;
    expect(records.map((record) => [record.formKey, record.versions.length]).sort()).toEqual(
      ['fisa-sesizare', ...childProtectionRoad.map((step) => formOf(step.fixture))].map((form) => [form, 1]).sort(),
    );
    const persons = expectStatus(
      await client('caseworker').get<{ cases: unknown[] }>(`/api/v1/persons/${String(references.person['personId'])}`),
      200,
    );
    expect(persons.cases).toHaveLength(1);
    expect(kills).toBe(childProtectionRoad.length + 1);
  });
});
