import { isDeepStrictEqual } from 'node:util';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import type { TaskDraft } from '@esocial/contracts/generated/api-tasks-draft.ts';
import type { TaskReassignmentReply } from '@esocial/contracts/generated/api-supervision-reassignment-reply.ts';
import { newId } from '../ids/new-id.ts';
import type { TestClient, TestReply } from './testing/test-client.ts';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

const librarian: RoleFile['permissions'] = [
  ...['task.list', 'task.read', 'task.claim', 'task.release', 'task.complete', 'task.delegate', 'task.reassign'],
  ...['case.start', 'case.read', 'case.note', 'record.correct', 'person.create', 'person.search', 'person.update'],
  'person.read',
].map((action) => ({ action, relation: 'all', classes: ['public', 'personal', 'special', 'sealed'] }));

const data = { title: 'Luceafărul' };
const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
/** PostgreSQL keeps the keys of an answer in an order of its own. */
const distinct = (replies: readonly TestReply<unknown>[]): unknown[] =>
  replies.reduce<unknown[]>(
    (found, { status, body }) =>
      found.some((one) => isDeepStrictEqual(one, [status, body])) ? found : [...found, [status, body]],
    [],
  );
const statuses = (replies: readonly TestReply<unknown>[]): number[] => replies.map(({ status }) => status).sort();

describe('many requests at once', () => {
  let server: TestServer;
  let one: TestClient;
  let other: TestClient;

  beforeAll(async () => {
    server = await createTestServer({ roles: { librarian } });
    one = await server.signIn('librarian');
    other = await server.signIn('branch-librarian');
  }, 120_000);

  afterAll(() => server.close());

  const start = (client: TestClient, headers = {}, title = data.title) =>
    client.post<CaseStartReply>('/api/v1/cases', { workflow: 'lending', data: { title } }, headers);
  const count = async (sql: string, values: unknown[] = []) => (await server.test.database.query(sql, values)).length;
  async function claimed(): Promise<CaseStartReply & { task: string }> {
    const { body } = await start(one);
    const task = `/api/v1/tasks/${body.next.taskId}`;
    await one.post(`${task}/claims`);
    return { ...body, task };
  }

  it('with one key start one case and get one answer, also long after', async () => {
    // given
    const headers = { 'idempotency-key': 'key-start-0001' };

    // when
    const replies = await Promise.all(times(20).map(() => start(one, headers, 'Twenty')));
    const later = await start(one, headers, 'Twenty');
    const [body, user] = [await start(one, headers, 'Another'), await start(other, headers, 'Twenty')];

    // then
    expect(distinct([...replies, later])).toHaveLength(1);
    expect(new Set([...replies, later].map(({ headers: given }) => given.get('location'))).size).toBe(1);
    expect([body.status, user.status]).toEqual([422, 201]);
    expect(user.body.caseId).not.toBe(later.body.caseId);
    expect(await count(`select 1 from records where data->>'title' = 'Twenty'`)).toBe(2);
  });

  it('submit a task once, with a key and without', async () => {
    // given
    const [keyed, bare] = [await claimed(), await claimed()];
    const headers = { 'idempotency-key': 'key-submit-0001' };

    // when
    const same = await Promise.all(times(20).map(() => one.post(`${keyed.task}/submissions`, { data }, headers)));
    const twice = await Promise.all(times(5).map(() => one.post(`${bare.task}/submissions`, { data })));

    // then
    expect(distinct(same)).toHaveLength(1);
    expect(statuses(same)).toEqual(times(20).map(() => 201));
    expect(statuses(twice)).toEqual([201, 409, 409, 409, 409]);
    for (const { caseId } of [keyed, bare]) {
      expect(await count(`select 1 from records where case_id = $1 and form_key = 'return'`, [caseId])).toBe(1);
      expect(await count(`select 1 from audit_events where case_id = $1 and verb = 'task.completed'`, [caseId])).toBe(
        1,
      );
    }
  });

  it('claim a task for one, and tell the others who has it', async () => {
    // given
    const { next } = (await start(one)).body;

    // when
    const clients = times(10).map((index) => (index % 2 ? one : other));
    const replies = await Promise.all(clients.map((client) => client.post(`/api/v1/tasks/${next.taskId}/claims`)));

    // then
    const winner = replies.findIndex(({ status }) => status === 200) % 2;
    expect(replies.every(({ status }, index) => status === (index % 2 === winner ? 200 : 409))).toBe(true);
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'task_already_claimed',
      details: {
        assignee: { displayName: expect.stringMatching(/Ana$/) as string },
        claimedAt: expect.any(String) as string,
      },
    });
  });

  it('write one draft without losing what was acknowledged', async () => {
    // given
    const { task } = await claimed();
    const fields = ['/title', '/damaged', '/a', '/b', '/c', '/d', '/e', '/f'];

    // when
    const replies = await Promise.all(
      fields.map((field) => one.patch<TaskDraft>(`${task}/draft`, { base: 0, changes: { [field]: field } })),
    );

    // then
    const taken = fields.filter((_, index) => replies[index]?.status === 200);
    const [draft] = await server.test.database.query<{ data: object }>('select data from drafts where task_id = $1', [
      task.split('/').at(-1),
    ]);
    expect(statuses(replies).every((status) => status === 200 || status === 409)).toBe(true);
    expect(Object.values(draft?.data ?? {})).toEqual(expect.arrayContaining(taken));
  });

  it('correct a record one after the other, and tell who was late', async () => {
    // given
    const { recordId } = await claimed();
    const correct = (version: string) =>
      one.post(
        `/api/v1/records/${recordId}/corrections`,
        { data: { title: 'Luceafărul II' }, reason: 'titlu' },
        { 'if-match': version },
      );

    // when
    const replies = await Promise.all(times(5).map(() => correct('"1"')));

    // then
    expect(statuses(replies)).toEqual([201, 412, 412, 412, 412]);
    expect((await correct('"7"')).status).toBe(412);
  });

  it('take a reassignment back only as far as nothing has happened since', async () => {
    // given
    const [kept, moved] = [await claimed(), await claimed()];
    const { body: me } = await one.get<{ user: { id: string } }>('/api/v1/session');
    const taskIds = [kept, moved].map(({ next }) => next.taskId);
    const done = await one.post<TaskReassignmentReply>('/api/v1/task-reassignments', {
      taskIds,
      userId: null,
      reason: 'x',
    });
    await one.post(`${moved.task}/claims`);

    // when
    const undo = () =>
      one.post<TaskReassignmentReply>('/api/v1/task-reassignments/undos', { undoToken: done.body.undoToken });
    const replies = await Promise.all([undo(), undo()]);

    // then
    expect(statuses(replies)).toEqual([201, 409]);
    const reply = replies.find(({ status }) => status === 201);
    expect(reply?.body).toMatchObject({
      reassigned: 1,
      refused: [{ taskId: moved.next.taskId, code: 'task_changed' }],
    });
    expect(await count('select 1 from tasks where id = $1 and assignee_id = $2', [kept.next.taskId, me.user.id])).toBe(
      1,
    );
  });

  it('create one person of one identifier', async () => {
    // when
    const person = { lastName: 'Ceban', firstName: 'Ana', idnp: '2001000001237' };
    const replies = await Promise.all(times(5).map(() => one.post('/api/v1/persons', person)));

    // then
    expect(statuses(replies)).toEqual([201, 409, 409, 409, 409]);
    expect(await count(`select 1 from persons where idnp = '2001000001237'`)).toBe(1);
  });

  it('find a task that the process took back withdrawn', async () => {
    // given
    const { task, next } = await claimed();
    await server.test.database.query(`update tasks set state = 'withdrawn' where id = $1`, [next.taskId]);

    // when
    const replies = await Promise.all([
      one.post(`${task}/submissions`, { data }),
      one.patch(`${task}/draft`, { base: 0, changes: { '/title': 'x' } }),
      one.delete(`${task}/claims`),
      one.post(`${task}/delegations`, { userId: newId(), reason: 'x' }),
    ]);

    // then
    expect(replies.map(({ status, body }) => [status, body['code']])).toEqual(
      replies.map(() => [409, 'task_withdrawn']),
    );
  });

  it('leave no personal data in the log', async () => {
    // when
    await one.post('/api/v1/persons/searches', { text: 'Canarescu 2001000001237' });
    await one.post('/api/v1/persons', { lastName: 'Canarescu', firstName: 'Zâna', idnp: '2001000001238' });
    await one.get('/api/v1/persons/Canarescu?q=2001000001237');
    await server.nobody.post('/saml/acs', 'SAMLResponse=Canarescu', {
      'content-type': 'application/x-www-form-urlencoded',
    });

    // then
    const metrics = (await server.nobody.get('/metrics')).text;
    expect(server.log.length).toBeGreaterThan(100);
    expect(`${server.log.join('\n')}${metrics}`).not.toMatch(/Canarescu|Zâna|200100000123|Ceban|Luceaf|Rusu/);
  });
});
