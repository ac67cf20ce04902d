import { createTestServer } from '../http/testing/test-server.ts';
import type { TestServer } from '../http/testing/test-server.ts';
import type { TestClient } from '../http/testing/test-client.ts';
import { newId } from '../ids/new-id.ts';
import { createLiveEvents } from '../events/live-events.ts';
import { createNotificationService } from './notification-service.ts';
import type { NotificationService } from './notification-service.ts';

describe('notifications', () => {
  let server: TestServer;
  let librarian: TestClient;
  let service: NotificationService;
  let userIds: Record<string, string>;

  beforeAll(async () => {
    server = await createTestServer();
    const { database } = server.test;
    service = createNotificationService(
      database,
      createLiveEvents(database, () => undefined),
    );
    const users = await database.query<{ name: string; id: string }>('select last_name as name, id from users');
    userIds = Object.fromEntries(users.map(({ name, id }) => [name, id]));
    librarian = await server.signIn('librarian');
  }, 120_000);

  afterAll(() => server.close());
  beforeEach(() => server.test.database.query('delete from notifications'));

  const tell = (name: string, index = 0) =>
    service.notify([userIds[name] ?? ''], { kind: 'task.assigned', params: { index } });
  const list = async (query = '') =>
    (
      await librarian.get<{ items: { id: string; params: object }[]; unread: number; nextCursor: string | null }>(
        `/api/v1/notifications${query}`,
      )
    ).body;

  it('are listed to whom they were sent, once each, newest first', async () => {
    // given
    await service.notify([userIds['Rusu'] ?? '', userIds['Rusu'] ?? ''], { kind: 'task.assigned', caseId: newId() });
    await tell('Ceban');
    await tell('Rusu', 2);

    // then
    expect(await list()).toMatchObject({
      unread: 2,
      nextCursor: null,
      items: [{ params: { index: 2 } }, { kind: 'task.assigned', readAt: null }],
    });
  });

  it('come in pages', async () => {
    // given
    for (let index = 0; index < 5; index += 1) await tell('Rusu', index);

    // when
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    const third = await list(`?limit=2&cursor=${second.nextCursor}`);

    // then
    expect([first, second, third].map(({ items }) => items.map(({ params }) => params))).toEqual([
      [{ index: 4 }, { index: 3 }],
      [{ index: 2 }, { index: 1 }],
      [{ index: 0 }],
    ]);
    expect(third.nextCursor).toBeNull();
  });

  it('are read one by one or all at once', async () => {
    // given
    for (let index = 0; index < 3; index += 1) await tell('Rusu', index);
    const [newest] = (await list()).items;

    // when
    const one = await librarian.post(`/api/v1/notifications/${newest?.id}/reads`);
    const afterOne = (await list()).unread;
    await librarian.post('/api/v1/notifications/all/reads');

    // then
    expect(one.status).toBe(204);
    expect([afterOne, (await list()).unread]).toEqual([2, 0]);
  });

  it('of others cannot be read', async () => {
    // given
    await tell('Ceban');
    const [other] = await server.test.database.query<{ id: string }>('select id from notifications');

    // when
    const replies = await Promise.all(
      [other?.id, newId(), 'x'].map((id) => librarian.post(`/api/v1/notifications/${id}/reads`)),
    );

    // then
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
