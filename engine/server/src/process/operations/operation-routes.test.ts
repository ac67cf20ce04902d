import type { MatrixWorld } from '../../access/testing/matrix-world.ts';
import { createMatrixWorld } from '../../access/testing/matrix-world.ts';
import { newId } from '../../ids/new-id.ts';

interface View {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly suspension?: { readonly reason: string };
  readonly code?: string;
}

describe('operating processes over HTTP', () => {
  let world: MatrixWorld;
  let path = '';

  beforeAll(async () => {
    world = await createMatrixWorld();
    path = `/api/v1/process-instances/${world.instanceId}`;
  }, 180_000);

  afterAll(() => world.server.close());

  const admin = () => world.clients.administrator;
  const view = async (): Promise<View> => (await admin().get<View>(path)).body;

  it('asks for the version that was seen, and answers with the new one', async () => {
    // given
    const { version } = await view();
    const because = { reason: 'instanța a suspendat procedura' };

    // when
    const without = await admin().post(`${path}/suspensions`, because);
    const stale = await admin().post(`${path}/suspensions`, because, { 'if-match': `"${version + 7}"` });
    const done = await admin().post<View>(`${path}/suspensions`, because, {
      'if-match': `"${version}"`,
    });

    // then
    expect([without.status, stale.status, done.status]).toEqual([428, 412, 201]);
    expect(done.body).toMatchObject({ status: 'suspended', version: version + 1, suspension: because });
    expect(done.headers.get('etag')).toBe(`"${version + 1}"`);
  });

  it('tells a caseworker that the process is suspended, and goes on when it is resumed', async () => {
    // given
    const { version } = await view();
    const submit = () =>
      world.clients.owner.post<View>(`/api/v1/tasks/${world.case.taskId}/submissions`, {
        data: world.formData('evaluare-initiala/valid-confirmata'),
      });

    // when
    const refused = await submit();
    const resumed = await admin().delete<View>(`${path}/suspensions`, {
      'if-match': `"${version}"`,
    });

    // then
    expect([refused.status, refused.body.code]).toEqual([409, 'instance_suspended']);
    expect([resumed.status, resumed.body.status]).toEqual([200, 'active']);
  });

  it('has its effect once, however often it is sent under one key', async () => {
    // given
    const { version } = await view();
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': newId() };
    const send = () => admin().post<View>(`${path}/suspensions`, { reason: 'o dată' }, headers);

    // when
    const [first, second] = [await send(), await send()];

    // then
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await view()).version).toBe(version + 1);
    await admin().delete(`${path}/suspensions`, { 'if-match': '*' });
  });

  it('refuses what the engine refuses, with its sentence', async () => {
    // when
    const reply = await admin().post<{ code: string; detail: string }>(
      `${path}/modifications`,
      { activate: [{ elementId: 'Inexistent' }], reason: 'încercare' },
      { 'if-match': '*' },
    );

    // then
    expect([reply.status, reply.body.code]).toEqual([409, 'command_rejected']);
    expect(reply.body.detail).toContain('Inexistent');
  });

  it('tries several incidents again, each by itself', async () => {
    // given
    const [known, unknown] = [await world.addIncident(), newId()];

    // when
    const { status, body } = await admin().post<{ items: object[] }>('/api/v1/incidents/retries', {
      incidentIds: [known, unknown],
    });

    // then
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { incidentId: known, outcome: 'retried' },
      { incidentId: unknown, outcome: 'refused', code: 'not_found' },
    ]);
  });
});
