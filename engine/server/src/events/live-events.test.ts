import { createTestServer } from '../http/testing/test-server.ts';
import type { TestServer } from '../http/testing/test-server.ts';
import { createLiveEvents, toPayloads } from './live-events.ts';
import type { LiveEvent } from './live-events.ts';

const caseChanged = (caseId: string, institutionId = 'office'): LiveEvent => ({
  type: 'case.changed',
  caseId,
  institutionId,
});

describe('toPayloads', () => {
  it('sends equal events once', () => {
    // then
    expect(
      toPayloads([caseChanged('a'), caseChanged('a'), caseChanged('b')]).map((text) => JSON.parse(text) as unknown),
    ).toEqual([[caseChanged('a'), caseChanged('b')]]);
  });

  it('keeps every payload below what PostgreSQL takes', () => {
    // given
    const events = Array.from({ length: 500 }, (_, index) => caseChanged(`${index}`.padStart(36, '0')));

    // when
    const payloads = toPayloads(events);

    // then
    expect(payloads.flatMap((text) => JSON.parse(text) as LiveEvent[])).toEqual(events);
    expect(Math.max(...payloads.map((text) => Buffer.byteLength(text)))).toBeLessThan(8000);
  });

  it('sends nothing for nothing', () => {
    // then
    expect(toPayloads([])).toEqual([]);
  });
});

describe('GET /api/v1/events', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await createTestServer();
  }, 120_000);

  afterAll(() => server.close());

  /** What a screen hears until `enough` holds, at most for two seconds. */
  async function hear(
    cookie: string,
    enough: (text: string) => boolean,
    then: () => Promise<void> | void,
  ): Promise<string> {
    const abort = AbortSignal.timeout(2000);
    const response = await fetch(`${server.address}/api/v1/events`, { headers: { cookie }, signal: abort });
    let text = '';
    let begun = false;
    const reader = response.body?.getReader();
    while (reader && !enough(text)) {
      const chunk = await reader.read().catch(() => undefined);
      if (!chunk || chunk.done) break;
      text += Buffer.from(chunk.value).toString();
      if (!begun) await then();
      begun = true;
    }
    await reader?.cancel().catch(() => undefined);
    return text;
  }

  const officeOf = async (key: string): Promise<string> =>
    (await server.test.database.query<{ id: string }>('select id from institutions where key = $1', [key]))[0]?.id ??
    '';

  it('tells a screen what changed in its office, also when another server process changed it', async () => {
    // given
    const { cookie = '' } = await server.signIn('librarian');
    const [office, branch] = await Promise.all([officeOf('main-library'), officeOf('branch')]);
    const otherProcess = createLiveEvents(server.test.database, () => undefined);
    const startedAt = Date.now();

    // when
    const text = await hear(
      cookie,
      (heard) => heard.includes('"mine"'),
      () => {
        otherProcess.publish([caseChanged('not mine', branch), caseChanged('mine', office)]);
      },
    );

    // then
    expect(text).toContain(`data: {"type":"case.changed","caseId":"mine","institutionId":"${office}"}\n\n`);
    expect(text).not.toContain('not mine');
    expect(Date.now() - startedAt).toBeLessThan(1000);
  });

  it('tells of a new notification, not of whom else it told', async () => {
    // given
    const { cookie = '' } = await server.signIn('librarian');
    const [user] = await server.test.database.query<{ id: string }>(`select id from users where last_name = 'Rusu'`);
    const live = createLiveEvents(server.test.database, () => undefined);

    // when
    const text = await hear(
      cookie,
      (heard) => heard.includes('data:'),
      () => {
        live.publish([{ type: 'notifications.changed', userIds: [user?.id ?? '', 'somebody'] }]);
      },
    );

    // then
    expect(text).toContain('data: {"type":"notifications.changed"}');
  });

  it('asks screens to look again after its connection to the database was lost', async () => {
    // given
    const { cookie = '' } = await server.signIn('librarian');

    // when
    const text = await hear(
      cookie,
      (heard) => heard.includes('resync'),
      async () => {
        await server.test.database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name like '%listen' and datname = current_database() and usename = current_user`,
        );
      },
    );

    // then
    expect(text).toContain('data: {"type":"resync"}');
  });

  it('is closed to nobody', async () => {
    // then
    expect((await server.nobody.get('/api/v1/events')).status).toBe(401);
  });
});
