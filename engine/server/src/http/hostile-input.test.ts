import { randomUUID } from 'node:crypto';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import { encodeCursor } from '../ids/keyset-cursor.ts';
import type { TestClient } from './testing/test-client.ts';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

const everything = [
  ...['task.list', 'task.read', 'task.claim', 'task.release', 'task.complete', 'task.delegate', 'task.reassign'],
  ...['case.start', 'case.read', 'case.note', 'case.manage', 'case.attach', 'record.correct', 'supervision.read'],
  ...['process.read', 'incident.read', 'incident.retry', 'person.search', 'person.read', 'person.create'],
  ...['person.update', 'institution.search', 'classifier.read', 'definition.read', 'release.read', 'audit.read'],
  ...['user.read', 'notification.read', 'release.approve'],
];
const librarian: RoleFile['permissions'] = everything.map((action) => ({
  action,
  relation: 'all',
  classes: ['public', 'personal', 'special', 'sealed'],
}));

const cursor = (at: string): string => encodeCursor(at, '019a0000-0000-7000-8000-000000000001');

const hostileIds = ['1', 'null', '%00', '..%2f..', '%ED%A0%80', "'--", '0190B6C4-0000-7000-8000-000000000000', 'x'.repeat(9000)];

const hostileCursors = [
  ...['0', '%00', 'e30', 'x'.repeat(500), cursor('1'), cursor('0000-01-01T00:00:00.000Z'), cursor('Tue Mar 01 2022 (x)')],
  ...[cursor('+275760-09-13T00:00:00.000Z'), encodeCursor('9'.repeat(15)), encodeCursor('-1')],
];

const hostileQueries = [
  ...['q=%00', 'q=%ED%A0%80', 'q=%25%5C_', `q=${'a'.repeat(201)}`, 'q=', 'limit=0', 'limit=-1', 'limit=1e9', 'limit=999'],
  ...['limit=99999999999999999999', 'unknown=1', 'q=a&q=b', 'q[a]=b', '__proto__=1', 'case=urn:uuid:019a0000-0000-7000-8000-000000000001'],
  ...['manager=urn:uuid:019a0000-0000-7000-8000-000000000001', 'institution=urn:uuid:019a0000-0000-7000-8000-000000000001'],
  ...['subject=urn:uuid:019a0000-0000-7000-8000-000000000001', 'cursor=urn:uuid:019a0000-0000-7000-8000-000000000001'],
  ...['from=2026-01-01T00:00:00%2B23:59', 'from=0000-01-01T00:00:00Z', 'to=2026-12-31T23:59:60Z', 'at=0000-01-01', 'at=2026-02-30'],
  ...['actor=%00', 'verb=%00', 'version=0', 'kind=%00', 'parent=%00', 'state=x', 'sort=x', 'queue=x', 'date=9999-99-99'],
  ...hostileCursors.map((value) => `cursor=${value}`),
];

/** A body that JSON.stringify cannot write: sent as it stands. */
const hostileTexts = ['\u0000', 'a\u0000b', '\ud800', 'a\udfff', '\uffff', '\u202e', 'ș'.repeat(3), '𝒳', '%s%n', '"><script>'];

describe('hostile input', () => {
  let server: TestServer;
  let client: TestClient;
  let caseId: string;
  let taskId: string;
  let recordId: string;

  beforeAll(async () => {
    server = await createTestServer({ roles: { librarian } });
    client = await server.signIn('librarian');
    const started = await client.post<CaseStartReply>('/api/v1/cases', { workflow: 'lending', data: { title: 'Enigma' } });
    caseId = started.body.caseId;
    taskId = started.body.next.taskId ?? '';
    recordId = started.body.recordId;
    await client.post(`/api/v1/tasks/${taskId}/claims`);
  }, 120_000);

  afterAll(() => server.close());

  async function paths(): Promise<{ method: string; path: string }[]> {
    const { body } = await client.get<{ paths: Record<string, Record<string, unknown>> }>('/api/v1/openapi.json');
    return Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
        .map((method) => ({ method, path })),
    );
  }

  function fill(path: string, value?: string): string {
    return path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (value !== undefined) return value;
      if (path.includes('/tasks/')) return taskId;
      if (path.includes('/cases/')) return caseId;
      if (path.includes('/records/')) return recordId;
      return { workflow: 'lending', key: path.includes('classifiers') ? 'genre' : 'loan', kind: 'form' }[name] ?? randomUUID();
    });
  }

  it('in a path is never our failure', async () => {
    const failures: string[] = [];
    for (const { method, path } of await paths()) {
      if (!path.includes('{') || path.endsWith('/events')) continue;
      for (const id of hostileIds) {
        const reply = method === 'get' ? await client.get(fill(path, id)) : method === 'delete' ? await client.delete(fill(path, id)) : await client[method as 'post'](fill(path, id), {}, { 'if-match': '"1"' });
        if (reply.status >= 500) failures.push(`${method} ${fill(path, id).slice(0, 100)} ${reply.status} ${reply.text.slice(0, 100)}`);
      }
    }
    expect(failures).toEqual([]);
  }, 60_000);

  it('in a query is never our failure', async () => {
    const failures: string[] = [];
    for (const { method, path } of await paths()) {
      if (method !== 'get' || path.endsWith('/events')) continue;
      for (const query of hostileQueries) {
        const reply = await client.get(`${fill(path)}?${query}`);
        if (reply.status >= 500) failures.push(`${fill(path)}?${query.slice(0, 80)} ${reply.status}`);
      }
    }
    expect(failures).toEqual([]);
  }, 60_000);

  it('in a body is never our failure', async () => {
    const failures: string[] = [];
    const bodies: [string, string, (text: string) => unknown][] = [
      ['post', '/api/v1/cases', (text) => ({ workflow: 'lending', data: { title: text } })],
      ['post', '/api/v1/cases', (text) => ({ workflow: 'lending', data: { [text]: 1, title: 'x' } })],
      ['put', '/api/v1/start-drafts/lending', (text) => ({ data: { title: text } })],
      ['put', '/api/v1/start-drafts/lending', (text) => ({ data: { [text]: text } })],
      ['patch', `/api/v1/tasks/${taskId}/draft`, (text) => ({ base: 0, changes: { '/title': text } })],
      ['patch', `/api/v1/tasks/${taskId}/draft`, (text) => ({ base: 0, changes: { [`/${text}`]: 1 } })],
      ['patch', `/api/v1/tasks/${taskId}/draft`, (text) => ({ base: 0, changes: { [text]: text } })],
      ['patch', `/api/v1/tasks/${taskId}/draft`, (text) => ({ base: 0, changes: { '': text } })],
      ['patch', `/api/v1/tasks/${taskId}/draft`, (text) => ({ base: 9e15, changes: { '/__proto__/x': text, '/constructor/prototype/y': text } })],
      ['post', `/api/v1/tasks/${taskId}/submissions`, (text) => ({ data: { title: { text } } })],
      ['post', `/api/v1/tasks/${taskId}/delegations`, (text) => ({ userId: text, reason: text })],
      ['post', `/api/v1/tasks/${taskId}/delegations`, (text) => ({ userId: 'urn:uuid:019a0000-0000-7000-8000-000000000001', reason: text })],
      ['post', `/api/v1/cases/${caseId}/notes`, (text) => ({ text })],
      ['put', `/api/v1/cases/${caseId}/manager`, (text) => ({ userId: null, reason: text })],
      ['post', `/api/v1/records/${recordId}/corrections`, (text) => ({ data: { title: text }, reason: text })],
      ['post', '/api/v1/task-reassignments', (text) => ({ taskIds: [randomUUID()], userId: null, reason: text })],
      ['post', '/api/v1/task-reassignments', () => ({ taskIds: ['urn:uuid:019a0000-0000-7000-8000-000000000001'], userId: null, reason: 'x' })],
      ['post', '/api/v1/task-reassignments/undos', (text) => ({ undoToken: text })],
      ['post', '/api/v1/task-reassignments/undos', () => ({ undoToken: 'urn:uuid:019a0000-0000-7000-8000-000000000001' })],
      ['post', '/api/v1/persons/searches', (text) => ({ text })],
      ['post', '/api/v1/persons/searches', (text) => ({ text: `Popa ${text}`, birthDate: '0000-01-01' })],
      ['post', '/api/v1/persons', (text) => ({ lastName: text, firstName: text })],
      ['post', '/api/v1/persons', (text) => ({ lastName: `A${text}`, firstName: 'B', birthDate: '0000-01-01', address: text, email: text })],
      ['post', '/api/v1/cases', () => ({ workflow: 'lending', data: { title: 'x' }, legalReferenceDate: '0000-01-01' })],
      ['post', '/api/v1/cases', () => ({ workflow: 'lending', data: { title: 'x' }, legalReferenceDate: '9999-12-31' })],
      ['post', '/api/v1/cases', (text) => ({ workflow: 'lending', data: { title: 'x', reader: { personId: text, lastName: text, firstName: text } } })],
      ['patch', '/api/v1/session', (text) => ({ language: text })],
      ['post', '/sandbox/sign-in', (text) => ({ persona: text })],
    ];
    const dates = ['2024-13-45', '31.02.2020', '99/99/9999', '0000-00-00', '00.00.0000', '+373', '2'.repeat(190), '-'.repeat(190), 'a '.repeat(95)];
    for (const [method, path, build] of bodies) {
      for (const text of [...hostileTexts, ...dates]) {
        for (const headers of [{ 'if-match': '"1"' }, { 'if-match': '"999999999999999"' }]) {
          const reply = await client[method as 'post'](path, build(text), headers);
          if (reply.status >= 500) failures.push(`${method} ${path} ${JSON.stringify(build(text)).slice(0, 120)} ${headers['if-match']} ${reply.status}`);
        }
      }
    }
    expect(failures).toEqual([]);
  }, 60_000);
});
