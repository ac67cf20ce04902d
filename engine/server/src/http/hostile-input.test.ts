import { randomUUID } from 'node:crypto';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { Problem } from '@esocial/contracts/generated/problem.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import { encodeCursor } from '../ids/keyset-cursor.ts';
import type { TestClient, TestReply } from './testing/test-client.ts';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

const librarian: RoleFile['permissions'] = [
  ...['task.list', 'task.read', 'task.claim', 'task.release', 'task.complete', 'task.delegate', 'task.reassign'],
  ...['case.start', 'case.read', 'case.note', 'case.manage', 'case.attach', 'record.correct', 'supervision.read'],
  ...['process.read', 'incident.read', 'incident.retry', 'person.search', 'person.read', 'person.create'],
  ...['person.update', 'institution.search', 'classifier.read', 'definition.read', 'release.read', 'audit.read'],
  ...['user.read', 'notification.read', 'release.approve'],
].map((action) => ({ action, relation: 'all', classes: ['public', 'personal', 'special', 'sealed'] }));

const urn = 'urn:uuid:019a0000-0000-7000-8000-000000000001';
const cursorAt = (at: string): string => `cursor=${encodeCursor(at, urn.slice(9))}`;

const hostileIds = ['1', 'null', '%00', '%ED%A0%80', "'--", urn.slice(9).toUpperCase(), 'x'.repeat(9000)];

const hostileQueries = [
  ...['q=%00', 'q=%ED%A0%80', 'q=%25%5C_', `q=${'a'.repeat(201)}`, 'q=', 'limit=0', 'limit=-1', 'limit=1e9'],
  ...['limit=99999999999999999999', 'unknown=1', 'q=a&q=b', 'q[a]=b', '__proto__=1', `case=${urn}`, `manager=${urn}`],
  ...[`institution=${urn}`, `subject=${urn}`, `cursor=${urn}`, 'from=2026-01-01T00:00:00%2B23:59', 'actor=%00'],
  ...['from=0000-01-01T00:00:00Z', 'to=2026-12-31T23:59:60Z', 'at=0000-01-01', 'at=2026-02-30', 'verb=%00'],
  ...['version=0', 'kind=%00', 'parent=%00', 'state=x', 'sort=x', 'queue=x', 'cursor=0', 'cursor=%00', 'cursor=e30'],
  ...[cursorAt('1'), cursorAt('0000-01-01T00:00:00.000Z'), cursorAt('Tue Mar 01 2022 (x)')],
  ...[cursorAt('+275760-09-13T00:00:00.000Z'), `cursor=${encodeCursor('9'.repeat(15))}`],
];

const unstorable = ['\u0000', 'a\u0000b', '\ud800', 'a\udfff'];
const strange = ['\uffff', '\u202e', '𝒳', '"><script>', '', ' ', '-'.repeat(190), '2'.repeat(190), 'a '.repeat(95)];
const impossibleDays = ['2024-13-45', '31.02.2020', '99/99/9999', '0000-00-00', '00.00.0000', '29.02.2026'];

describe('hostile input', () => {
  let server: TestServer;
  let client: TestClient;
  let started: CaseStartReply;

  beforeAll(async () => {
    server = await createTestServer({ roles: { librarian } });
    client = await server.signIn('librarian');
    const request = { workflow: 'lending', data: { title: 'Enigma' } };
    started = (await client.post<CaseStartReply>('/api/v1/cases', request)).body;
    await client.post(`/api/v1/tasks/${started.next.taskId}/claims`);
  }, 120_000);

  afterAll(() => server.close());

  async function listOperations(): Promise<[method: string, path: string][]> {
    const { body } = await client.get<{ paths: Record<string, object> }>('/api/v1/openapi.json');
    return Object.entries(body.paths)
      .filter(([path]) => path !== '/api/v1/events')
      .flatMap(([path, operations]) => Object.keys(operations).map((method): [string, string] => [method, path]));
  }

  /** The path with ids of things that exist. */
  function fill(path: string): string {
    const { caseId, recordId, next } = started;
    const known = { tasks: next.taskId ?? '', cases: caseId, records: recordId, classifiers: 'genre', forms: 'loan' };
    const folder = path.split('/')[3] as keyof typeof known;
    return path.replaceAll(/\{\w+\}/g, () => known[folder] ?? 'lending');
  }

  function send(method: string, path: string, body: unknown = {}): Promise<TestReply<Problem>> {
    if (method === 'get' || method === 'delete') return client[method](path);
    return client[method as 'post'](path, body, { 'if-match': '"1"' });
  }

  const failuresOf = (replies: [string, TestReply<Problem>][]): string[] =>
    replies.filter(([, { status }]) => status >= 500).map(([what, { status }]) => `${what.slice(0, 150)}: ${status}`);

  it('in a path is never our failure', async () => {
    // when
    const replies: [string, TestReply<Problem>][] = [];
    for (const [method, path] of (await listOperations()).filter(([, given]) => given.includes('{'))) {
      for (const id of hostileIds) {
        const filled = path.replaceAll(/\{\w+\}/g, id);
        replies.push([`${method} ${filled}`, await send(method, filled)]);
      }
    }

    // then
    expect(replies.length).toBeGreaterThan(150);
    expect(failuresOf(replies)).toEqual([]);
  }, 60_000);

  it('in a query is never our failure', async () => {
    // when
    const replies: [string, TestReply<Problem>][] = [];
    for (const [, path] of (await listOperations()).filter(([method]) => method === 'get')) {
      const addresses = hostileQueries.map((query) => `${fill(path)}?${query}`);
      const answers = await Promise.all(addresses.map((address) => client.get<Problem>(address)));
      replies.push(...answers.map((answer, index): [string, TestReply<Problem>] => [addresses[index] ?? '', answer]));
    }

    // then
    expect(replies.length).toBeGreaterThan(500);
    expect(failuresOf(replies)).toEqual([]);
  }, 60_000);

  const bodies: [method: string, path: string, build: (text: string) => unknown][] = [
    ['post', '/api/v1/cases', (title) => ({ workflow: 'lending', data: { title } })],
    ['post', '/api/v1/cases', (text) => ({ workflow: 'lending', data: { title: 'x', [text]: 1 } })],
    ['post', '/api/v1/cases', (day) => ({ workflow: 'lending', data: { title: 'x' }, legalReferenceDate: day })],
    ['post', '/api/v1/cases', (personId) => ({ workflow: 'lending', data: { title: 'x', reader: { personId } } })],
    ['put', '/api/v1/start-drafts/{workflow}', (text) => ({ data: { title: text, [text]: text } })],
    ['patch', '/api/v1/tasks/{id}/draft', (text) => ({ base: 9e15, changes: { '/title': text, '/damaged': [text] } })],
    ['patch', '/api/v1/tasks/{id}/draft', (text) => ({ base: 0, changes: { [text]: text } })],
    ['patch', '/api/v1/tasks/{id}/draft', (text) => ({ base: 0, changes: { '/constructor/prototype/x': text } })],
    ['post', '/api/v1/tasks/{id}/submissions', (text) => ({ data: { title: { text } } })],
    ['post', '/api/v1/tasks/{id}/delegations', (reason) => ({ userId: urn, reason })],
    ['post', '/api/v1/cases/{id}/notes', (text) => ({ text })],
    ['put', '/api/v1/cases/{id}/manager', (reason) => ({ userId: null, reason })],
    ['post', '/api/v1/records/{id}/corrections', (text) => ({ data: { title: text }, reason: text })],
    ['post', '/api/v1/task-reassignments', (reason) => ({ taskIds: [randomUUID()], userId: null, reason })],
    ['post', '/api/v1/task-reassignments', (reason) => ({ taskIds: [urn], userId: urn, reason })],
    ['post', '/api/v1/task-reassignments/undos', () => ({ undoToken: urn })],
    ['post', '/api/v1/persons/searches', (text) => ({ text })],
    ['post', '/api/v1/persons/searches', (birthDate) => ({ text: 'Popa', birthDate })],
    ['post', '/api/v1/persons', (text) => ({ lastName: `A${text}`, firstName: 'B', address: text, email: text })],
    ['post', '/api/v1/persons', (text) => ({ lastName: 'A', firstName: 'B', birthDate: text, idnp: text })],
    ['patch', '/api/v1/session', (language) => ({ language })],
    ['post', '/sandbox/sign-in', (persona) => ({ persona })],
  ];

  it.each(bodies)('in a body is never our failure: %s %s', async (method, path, build) => {
    // when
    const replies: [string, TestReply<Problem>][] = [];
    for (const text of [...unstorable, ...strange, ...impossibleDays]) {
      replies.push([JSON.stringify(build(text)), await send(method, fill(path), build(text))]);
    }

    // then
    expect(failuresOf(replies)).toEqual([]);
  });

  it.each(unstorable)('that cannot be stored is refused in words: %j', async (text) => {
    // when
    const reply = await send('post', fill('/api/v1/cases/{id}/notes'), { text });
    const query = await client.get<Problem>(
      `/api/v1/institutions?q=${encodeURIComponent(text.replace(/\p{Cs}/gu, '\0'))}`,
    );

    // then
    expect([reply.status, query.status]).toEqual([400, 400]);
    expect(reply.body).toMatchObject({
      code: 'forbidden_character',
      detail: expect.stringContaining('text') as string,
    });
  });

  it('as a version that no case has is stale', async () => {
    // when
    const manager = { userId: null };
    const reply = await client.put(fill('/api/v1/cases/{id}/manager'), manager, { 'if-match': '"999999999999999"' });

    // then
    expect(reply.status).toBe(412);
  });

  it('of ten megabytes or a thousand levels is refused before it is looked at', async () => {
    // when
    const large = await send('post', '/api/v1/cases', { workflow: 'lending', data: { title: 'x'.repeat(10_000_000) } });
    const deep = await client.post<Problem>('/api/v1/cases', JSON.parse(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`));

    // then
    expect([large.status, large.body.code]).toEqual([413, 'payload_too_large']);
    expect([deep.status, deep.body.code]).toEqual([400, 'body_too_deep']);
  });

  it('with a hundred thousand faults gets a short answer, soon', async () => {
    // given
    const many = (value: unknown): unknown[] => Array.from({ length: 100_000 }, () => value);

    // when
    const began = performance.now();
    const list = await send('post', '/api/v1/task-reassignments', { taskIds: many(1), userId: null, reason: 'x' });
    const form = await send('post', '/api/v1/cases', { workflow: 'lending', data: { title: many({}), x: many([]) } });

    // then
    expect([list.status, form.status]).toEqual([422, 422]);
    expect(list.text.length + form.text.length).toBeLessThan(100_000);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('in a draft makes it neither larger than a form nor longer than a list', async () => {
    // when
    const draft = fill('/api/v1/tasks/{id}/draft');
    const far = await send('patch', draft, { base: 0, changes: { '/rows': [], '/rows/99999999': 'x' } });
    const half = await send('patch', draft, { base: 9e15, changes: { '/title': 'x'.repeat(900_000) } });
    const more = await send('patch', draft, { base: 9e15, changes: { '/damaged': 'x'.repeat(900_000) } });

    // then
    expect([far.status, half.status]).toEqual([422, 200]);
    expect([more.status, more.body.code]).toEqual([413, 'payload_too_large']);
  });
});
