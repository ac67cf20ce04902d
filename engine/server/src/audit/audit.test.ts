import type { Actor } from '../access/actor.ts';
import { systemActor } from '../access/actor.ts';
import { createTestServer } from '../http/testing/test-server.ts';
import type { TestServer } from '../http/testing/test-server.ts';
import { newId } from '../ids/new-id.ts';
import { runWithContext } from '../ids/request-context.ts';
import { createAudit } from './audit.ts';
import type { Audit } from './audit.ts';

interface Listed {
  readonly items: readonly {
    readonly id: number;
    readonly verb: string;
    readonly actor: { readonly displayName: string };
  }[];
  readonly nextCursor: string | null;
}

describe('the audit', () => {
  let server: TestServer;
  let audit: Audit;
  const subject = newId();
  const actor: Actor = { ...systemActor('x'), userId: newId(), sessionId: newId() };

  beforeAll(async () => {
    server = await createTestServer();
    audit = createAudit(server.test.database);
  }, 120_000);

  afterAll(() => server.close());

  const rowsOf = (verb: string) => server.test.database.query('select * from audit_events where verb = $1', [verb]);

  it('says who did what to what, about whom and why, in which request', async () => {
    // when
    await runWithContext({ traceId: 'trace' }, () =>
      audit.record(actor, {
        ...{
          verb: 'person.updated',
          objectType: 'person',
          objectId: subject,
          subjectIds: [subject],
          fields: ['phone'],
        },
        ...{ legalBasis: 'Legea 140/2013 art. 8', reason: 'asked by the person' },
      }),
    );

    // then
    expect(await rowsOf('person.updated')).toEqual([
      expect.objectContaining({
        ...{
          actor_id: actor.userId,
          session_id: actor.sessionId,
          object_id: subject,
          subject_ids: [subject],
          fields: ['phone'],
        },
        ...{ legal_basis: 'Legea 140/2013 art. 8', reason: 'asked by the person', trace_id: 'trace' },
      }),
    ]);
  });

  it('goes with the change that it tells of', async () => {
    // given
    const undone = server.test.database.transaction(async () => {
      await audit.record(actor, { verb: 'case.undone', objectType: 'case' });
      throw new Error('no');
    });

    // when
    await expect(undone).rejects.toThrow();

    // then
    expect(await rowsOf('case.undone')).toEqual([]);
  });

  it.each(['update audit_events set verb = $1', 'delete from audit_events where verb <> $1'])(
    'cannot be changed: %s',
    async (sql) => {
      // then
      await expect(server.test.database.query(sql, ['x'])).rejects.toThrow(/permission denied/);
    },
  );

  it('lets nobody in but those who may read it', async () => {
    // then
    const librarian = await server.signIn('librarian');
    expect((await librarian.get('/api/v1/audit-events')).status).toBe(403);
  });

  it('is listed newest first, filtered, in pages; and looking at it is itself recorded', async () => {
    // given
    const inspector = await server.signIn('inspector');
    const other = newId();
    for (const verb of ['person.read', 'person.searched', 'person.printed']) {
      await audit.record(actor, { verb, objectType: 'person', subjectIds: [other] });
    }

    // when
    const first = (await inspector.get<Listed>(`/api/v1/audit-events?subject=${other}&limit=2`)).body;
    const second = (await inspector.get<Listed>(`/api/v1/audit-events?subject=${other}&cursor=${first.nextCursor}`))
      .body;

    // then
    expect(first.items.map(({ verb }) => verb)).toEqual(['person.printed', 'person.searched']);
    expect(second.items.map(({ verb }) => verb)).toEqual(['person.read']);
    expect(await rowsOf('audit.read')).toHaveLength(2);
  });

  it('lets no request through that it cannot record', async () => {
    // given
    const inspector = await server.signIn('inspector');
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: server.test.ownerConnectionString });
    await owner.connect();
    await owner.query('revoke insert on audit_events from esocial_app');

    // when
    const replies = [
      await inspector.get('/api/v1/audit-events'),
      await inspector.patch('/api/v1/session', { language: 'en' }),
    ];
    await owner.query('grant insert on audit_events to esocial_app');
    await owner.end();

    // then
    expect(replies.map(({ status, body }) => [status, body['code']])).toEqual([
      [500, 'internal_error'],
      [500, 'internal_error'],
    ]);
    expect((await inspector.get<{ user: { language: string } }>('/api/v1/session')).body.user.language).toBe('ro');
  });
});
