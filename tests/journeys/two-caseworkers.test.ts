import type { Visitor } from '../support/journey.ts';
import { openVisitor } from '../support/journey.ts';
import { step } from '../support/pages/on-failure.ts';
import { expectStatus, prepareReferences, startCase, submission } from '../support/road.ts';
import type { RoadReferences, StartedCase } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

const SEEN_WITHIN_MS = 1_000;

describe('two caseworkers on one task', () => {
  let server: RunningServer;
  let elena: Visitor;
  let ion: Visitor;
  let references: RoadReferences;

  const begin = (): Promise<StartedCase> =>
    startCase(elena.client, 'protectia-copilului', 'fisa-sesizare/valid-anonim', references);

  beforeAll(async () => {
    server = await startServer();
    elena = await openVisitor(server.address, 'caseworker', { expected: [/ 409 /] });
    ion = await openVisitor(server.address, 'caseworker-second', { expected: [/ 409 /] });
    references = await prepareReferences(elena.client, 'Împreunaru');
  });

  afterAll(async () => {
    await ion?.close();
    await elena?.close();
    await server?.dispose();
  });

  it('one takes it; the other is told who', async () => {
    // given
    const { next } = await begin();
    for (const { page } of [elena, ion]) {
      await page.goto(`${server.address}/tasks/${next.taskId}`);
      await page.getByRole('button', { name: 'Preia sarcina' }).waitFor();
    }
    // Ion's page does not hear of it before he presses the button.
    await ion.page.route('**/api/v1/tasks/**', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );

    // when
    await elena.page.getByRole('button', { name: 'Preia sarcina' }).click();
    await elena.page.getByRole('button', { name: 'Preia sarcina' }).waitFor({ state: 'detached' });
    const button = ion.page.getByRole('button', { name: 'Preia sarcina' });
    if (await button.isVisible()) await button.click();

    // then
    await step(ion.page, 'told who', () =>
      ion.page
        .getByText(/Munteanu Elena/)
        .first()
        .waitFor(),
    );
    await ion.page.unroute('**/api/v1/tasks/**');
  });

  it('gives the same task to one of two who claim it at the same moment', async () => {
    // given
    const { next } = await begin();
    const claim = (visitor: Visitor) =>
      visitor.client.post<{ code?: string; details?: { assignee: { displayName: string } } }>(
        `/api/v1/tasks/${next.taskId}/claims`,
        {},
      );

    // when
    const replies = await Promise.all([claim(elena), claim(ion)]);

    // then
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    const refused = replies.find((reply) => reply.status === 409)?.body;
    expect(refused?.code).toBe('task_already_claimed');
    expect(['Munteanu Elena', 'Botnaru Ion']).toContain(refused?.details?.assignee.displayName);
  });

  it('shows the change on the other’s list within a second, without reloading', async () => {
    // given
    const { next, number } = await begin();
    const { page } = ion;
    await page.goto(`${server.address}/tasks?queue=unclaimed`);
    const row = page.getByRole('main').getByRole('link', { name: new RegExp(number) });
    await step(page, 'the task is in the list', () => row.waitFor());
    let loads = 0;
    page.on('load', () => (loads += 1));

    // when
    expectStatus(await elena.client.post(`/api/v1/tasks/${next.taskId}/claims`, {}), 200);

    // then
    const change = page.getByRole('button', { name: 'O schimbare. Actualizează lista' });
    await step(page, 'the change is told', () => change.waitFor({ timeout: SEEN_WITHIN_MS }));
    await step(page, 'the row says who took it', () => row.getByText('Preluată de Munteanu Elena').waitFor());
    await change.click();
    await step(page, 'the task has left the list', () => row.waitFor({ state: 'detached' }));
    expect(loads).toBe(0);
  });

  it('sends a form once, however often it is sent under the same key', async () => {
    // given
    const { caseId, next } = await begin();
    expectStatus(await elena.client.post(`/api/v1/tasks/${next.taskId}/claims`, {}), 200);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const send = () =>
      elena.client.post<{ recordId: string }>(
        `/api/v1/tasks/${next.taskId}/submissions`,
        { data: submission('evaluare-initiala/valid-confirmata', references) },
        key,
      );

    // when
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();

    // then
    expect(expectStatus(second, 201)).toEqual(expectStatus(first, 201));
    expect(third.body).toEqual(first.body);
    const records = expectStatus(
      await elena.client.get<{ items: { formKey: string; versions: unknown[] }[] }>(`/api/v1/cases/${caseId}/records`),
      200,
    );
    expect(records.items.filter((record) => record.formKey === 'evaluare-initiala')).toHaveLength(1);
    expect(elena.faults()).toEqual([]);
  });
});
