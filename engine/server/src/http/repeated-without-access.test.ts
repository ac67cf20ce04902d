import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import type { TaskReassignmentReply } from '@esocial/contracts/generated/api-supervision-reassignment-reply.ts';
import type { TestClient, TestReply } from './testing/test-client.ts';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

const librarian: RoleFile['permissions'] = [
  ...['task.read', 'task.claim', 'task.complete', 'task.delegate', 'task.reassign', 'user.read'],
  ...['case.start', 'case.read', 'case.note', 'record.correct'],
].map((action) => ({ action, relation: 'institution', classes: ['public', 'personal', 'special'] }));

type Reply = TestReply<Record<string, unknown>>;

describe('a request repeated under its key', () => {
  let server: TestServer;
  let client: TestClient;
  let deeds: Record<string, () => Promise<Reply>>;

  beforeAll(async () => {
    server = await createTestServer({ roles: { librarian } });
    client = await server.signIn('librarian');
    const { body: me } = await client.get<{ user: { id: string } }>('/api/v1/session');
    const start = () => client.post<CaseStartReply>('/api/v1/cases', { workflow: 'lending', data: { title: 'Ion' } });
    const [one, two] = [(await start()).body, (await start()).body];
    for (const { next } of [one, two]) await client.post(`/api/v1/tasks/${next.taskId}/claims`);
    const keyed = (name: string, path: string, body: object, headers = {}) => {
      const key = { 'idempotency-key': `key-of-${name}` };
      return (): Promise<Reply> => client.post<Record<string, unknown>>(path, body, { ...key, ...headers });
    };
    const given = { taskIds: [two.next.taskId], userId: null, reason: 'canar' };
    const reassign = keyed('reassign', '/api/v1/task-reassignments', given);
    const { undoToken } = (await reassign()).body as unknown as TaskReassignmentReply;
    deeds = {
      note: keyed('note', `/api/v1/cases/${one.caseId}/notes`, { text: 'canar' }),
      correct: keyed(
        'correct',
        `/api/v1/records/${one.recordId}/corrections`,
        { data: { title: 'Luceafărul' }, reason: 'titlu' },
        { 'if-match': '"1"' },
      ),
      submit: keyed('submit', `/api/v1/tasks/${one.next.taskId}/submissions`, { data: { title: 'Luceafărul' } }),
      reassign,
      undo: keyed('undo', '/api/v1/task-reassignments/undos', { undoToken }),
      delegate: keyed('delegate', `/api/v1/tasks/${two.next.taskId}/delegations`, { userId: me.user.id, reason: 'x' }),
    };
  }, 60_000);

  afterAll(() => server.close());

  const all = async () => {
    const replies: [string, number, string][] = [];
    for (const [name, deed] of Object.entries(deeds)) {
      const { status, text } = await deed();
      replies.push([name, status, text]);
    }
    return replies;
  };

  it('gets the same answer, until the object is no longer the caller’s', async () => {
    // given
    const first = await all();
    const again = await all();
    const { database } = server.test;

    // when
    for (const table of ['cases', 'tasks']) {
      await database.query(
        `update ${table} set institution_id = (select id from institutions where key = 'branch'), team_id = null`,
      );
    }
    const lost = await all();

    // then
    expect(first.map(([name, status]) => [name, status])).toEqual(Object.keys(deeds).map((name) => [name, 201]));
    expect(again.map(([name, status]) => [name, status])).toEqual(first.map(([name, status]) => [name, status]));
    expect(lost.map(([name, status]) => [name, status])).toEqual(Object.keys(deeds).map((name) => [name, 403]));
    expect(JSON.stringify(lost)).not.toContain('canar');
  });
});
