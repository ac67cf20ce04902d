import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import {
  childProtectionRoad,
  completeTask,
  expectStatus,
  fixture,
  prepareReferences,
  startCase,
} from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

interface CasePage {
  status: string;
  openTasks: unknown[];
}

async function untilClosed(client: ApiClient, caseId: string): Promise<CasePage> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const page = expectStatus(await client.get<CasePage>(`/api/v1/cases/${caseId}`), 200);
    if (page.status === 'closed') return page;
    await delay(100);
  }
  throw new Error('The case was not closed');
}

describe('the road from a report to the closed case, over the API', () => {
  let server: RunningServer;
  let caseworker: ApiClient;
  let supervisor: ApiClient;

  beforeAll(async () => {
    server = await startServer();
    caseworker = await signIn(server.address, 'caseworker');
    supervisor = await signIn(server.address, 'supervisor');
  });

  afterAll(async () => {
    await server?.dispose();
  });

  it('walks every step by the role that takes it, and leaves a record of each', async () => {
    // given
    const references = await prepareReferences(caseworker, 'Drumeanu');
    const started = await startCase(caseworker, 'protectia-copilului', 'fisa-sesizare/valid-scoala', references);

    // when
    for (const step of childProtectionRoad) {
      await completeTask(step.as === 'supervisor' ? supervisor : caseworker, started.caseId, step.fixture, references);
    }

    // then
    const page = await untilClosed(caseworker, started.caseId);
    expect(page.openTasks).toEqual([]);
    const records = expectStatus(
      await caseworker.get<{ items: { formKey: string }[] }>(`/api/v1/cases/${started.caseId}/records`),
      200,
    );
    expect(new Set(records.items.map((record) => record.formKey)).size).toBe(childProtectionRoad.length + 1);
  });

  it('ends informed when the report is not confirmed', async () => {
    // given
    const references = await prepareReferences(caseworker, 'Neconfirmatu');
    const started = await startCase(caseworker, 'protectia-copilului', 'fisa-sesizare/valid-anonim', references);

    // when
    await completeTask(caseworker, started.caseId, 'evaluare-initiala/valid-neconfirmata', references);
    await completeTask(caseworker, started.caseId, 'informare-sesizare/valid-telefon', references);

    // then
    expect((await untilClosed(caseworker, started.caseId)).status).toBe('closed');
  });

  it('answers a replayed start and a replayed submission with the first answer', async () => {
    // given
    const references = await prepareReferences(caseworker, 'Repetatu');
    const key = crypto.randomUUID();

    // when
    const first = await startCase(caseworker, 'protectia-copilului', 'fisa-sesizare/valid-scoala', references, key);
    const second = await startCase(caseworker, 'protectia-copilului', 'fisa-sesizare/valid-scoala', references, key);

    // then
    expect(second).toEqual(first);
    const other = await caseworker.post(
      '/api/v1/cases',
      { workflow: 'consultatie', data: fixture('programare-consultatie/valid-sediu') },
      { 'idempotency-key': key },
    );
    expect(other.status).toBe(422);
  });
});
