import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { CaseTimeline } from '@esocial/contracts/generated/api-cases-timeline.ts';
import type { NotificationList } from '@esocial/contracts/generated/api-notifications-list.ts';
import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { RecordSeriesList } from '@esocial/contracts/generated/api-records-list.ts';
import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { TaskSubmissionReply } from '@esocial/contracts/generated/api-tasks-submission-reply.ts';
import type { TestClient } from '../http/testing/test-client.ts';
import { createTestServer } from '../http/testing/test-server.ts';
import type { TestServer } from '../http/testing/test-server.ts';
import { newId } from '../ids/new-id.ts';

const actions = [
  ...['task.list', 'task.read', 'task.claim', 'task.release', 'task.complete', 'task.delegate', 'task.reassign'],
  ...[
    'case.start',
    'case.read',
    'case.note',
    'case.manage',
    'record.correct',
    'process.read',
    'incident.read',
    'incident.retry',
    'supervision.read',
    'notification.read',
  ],
];
const librarian = actions.map((action) => ({
  action,
  relation: 'institution' as const,
  classes: ['public' as const, 'personal' as const],
}));

describe('the road over HTTP', () => {
  let server: TestServer;
  let client: TestClient;
  let stranger: TestClient;

  beforeAll(async () => {
    server = await createTestServer({ roles: { librarian } });
    client = await server.signIn('librarian');
    stranger = await server.signIn('branch-librarian');
  }, 120_000);

  afterAll(() => server.close());

  const startCase = (data: object = { title: 'Luceafărul' }, headers = {}) =>
    client.post<CaseStartReply>('/api/v1/cases', { workflow: 'lending', data }, headers);

  it('goes from the start form over the task to the closed case', async () => {
    // when
    const started = await startCase();

    // then
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({
      number: expect.stringMatching(/^IMP-0100-\d{4}-000001$/) as string,
      next: { state: 'ready', name: 'Returnare' },
    });
    const { caseId, next } = started.body;

    // when
    const list = await client.get<TaskList>('/api/v1/tasks?queue=unclaimed');
    const claimed = await client.post(`/api/v1/tasks/${next.taskId}/claims`);
    const detail = await client.get<TaskDetail>(`/api/v1/tasks/${next.taskId}`);
    const submitted = await client.post<TaskSubmissionReply>(`/api/v1/tasks/${next.taskId}/submissions`, {
      data: { title: 'Luceafărul', damaged: false },
    });
    const closed = await client.get<CaseDetail>(`/api/v1/cases/${caseId}`);

    // then
    expect(list.body.items.map(({ id }) => id)).toEqual([next.taskId]);
    expect([claimed.status, claimed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(detail.body).toMatchObject({
      form: { key: 'return' },
      legalReferenceDate: closed.body.legalReferenceDate,
      deadline: { amount: expect.any(Number) as number },
      permissions: { complete: true },
    });
    expect([submitted.status, submitted.body.next]).toEqual([201, { state: 'none' }]);
    expect(closed.body).toMatchObject({
      status: 'closed',
      stages: [{ key: 'lent', state: 'done' }],
      openTasks: [],
      instance: { status: 'completed', activeElements: [] },
    });
    expect(closed.body.instance?.takenFlows).toEqual(['Flow_1', 'Flow_2', 'Flow_3']);
  });

  it('answers the same request with the same answer and one effect', async () => {
    // given
    const headers = { 'idempotency-key': 'road-test-0001' };

    // when
    const replies = await Promise.all([1, 2, 3, 4].map(() => startCase({ title: 'Idem' }, headers)));
    const other = await startCase({ title: 'Alt' }, headers);

    // then
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => JSON.stringify([body.caseId, body.number, body.next.taskId]))).size).toBe(
      1,
    );
    expect(other.status).toBe(422);
    expect(await server.test.database.query(`select 1 from records where data->>'title' = 'Idem'`)).toHaveLength(1);
  });

  it('answers a wrong form with its fields and changes nothing', async () => {
    // when
    const reply = await startCase({ title: 5, genre: 'OPERA' });

    // then
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      422,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(reply.body).toMatchObject({
      errors: expect.arrayContaining([
        { path: '/title', keyword: 'type', params: expect.anything() as unknown },
      ]) as unknown,
    });
  });

  it('shows other offices neither case nor task', async () => {
    // given
    const { caseId, next } = (await startCase()).body;

    // when
    const paths = [
      `/api/v1/cases/${caseId}`,
      `/api/v1/cases/${caseId}/timeline`,
      `/api/v1/cases/${caseId}/records`,
      `/api/v1/tasks/${next.taskId}`,
    ];
    const replies = await Promise.all(paths.map((path) => stranger.get(path)));
    const claim = await stranger.post(`/api/v1/tasks/${next.taskId}/claims`);

    // then
    expect([...replies, claim].map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await stranger.get<TaskList>('/api/v1/tasks?queue=all')).body.items).toEqual([]);
  });

  it('keeps every version of a record and refuses a correction of an old one', async () => {
    // given
    const { caseId, recordId } = (await startCase({ title: 'Baltagul' })).body;

    // when
    const read = await client.get<RecordDetail>(`/api/v1/records/${recordId}`);
    const body = { data: { title: 'Baltagul, ed. II' }, reason: 'Ediția' };
    const corrected = await client.post(`/api/v1/records/${recordId}/corrections`, body, {
      'if-match': read.headers.get('etag') ?? '',
    });
    const stale = await client.post(`/api/v1/records/${recordId}/corrections`, body, { 'if-match': '"1"' });
    const missing = await client.post(`/api/v1/records/${recordId}/corrections`, body);

    // then
    expect([corrected.status, corrected.body, stale.status, missing.status]).toEqual([
      201,
      { recordId: expect.any(String) as string, version: 2 },
      412,
      428,
    ]);
    const records = await client.get<RecordSeriesList>(`/api/v1/cases/${caseId}/records`);
    expect(records.body.items).toMatchObject([{ formKey: 'loan', versions: [{ version: 2 }, { version: 1 }] }]);
  });

  it('takes notes, a manager, and tells all of it in the timeline', async () => {
    // given
    const { caseId } = (await startCase()).body;
    const detail = await client.get<CaseDetail>(`/api/v1/cases/${caseId}`);
    const [user] = await server.test.database.query<{ id: string }>(`select id from users where last_name = 'Rusu'`);

    // when
    const note = await client.post(`/api/v1/cases/${caseId}/notes`, { text: 'A sunat cititorul.' });
    const manager = await client.put<CaseDetail>(
      `/api/v1/cases/${caseId}/manager`,
      { userId: user?.id },
      { 'if-match': detail.headers.get('etag') ?? '' },
    );
    const stale = await client.put(`/api/v1/cases/${caseId}/manager`, { userId: null }, { 'if-match': '"1"' });
    const timeline = await client.get<CaseTimeline>(`/api/v1/cases/${caseId}/timeline`);

    // then
    expect([note.status, manager.status, manager.body.managerName, stale.status]).toEqual([201, 200, 'Rusu Ana', 412]);
    expect(timeline.body.items.map(({ event }) => event)).toEqual(
      ['manager.assigned', 'note.added', 'decision.evaluated', 'stage.entered', 'case.opened'].sort(
        (a, b) => timelineOrder(timeline.body, a) - timelineOrder(timeline.body, b),
      ),
    );
    const page = await client.get<CaseTimeline>(`/api/v1/cases/${caseId}/timeline?limit=2`);
    const rest = await client.get<CaseTimeline>(
      `/api/v1/cases/${caseId}/timeline?limit=10&cursor=${page.body.nextCursor}`,
    );
    expect([...page.body.items, ...rest.body.items]).toEqual(timeline.body.items);
  });

  it('keeps what somebody typed of a start form until it is sent', async () => {
    // when
    const saved = await client.put('/api/v1/start-drafts/lending', { data: { title: 'Jumă' } });
    const read = await client.get('/api/v1/start-drafts/lending');
    await startCase();
    const gone = await client.get('/api/v1/start-drafts/lending');

    // then
    expect([saved.status, read.body, gone.status]).toEqual([
      200,
      expect.objectContaining({ data: { title: 'Jumă' }, version: 1 }),
      204,
    ]);
  });

  it('names the case and the deadline of what it tells somebody', async () => {
    // given
    const { body: started } = await startCase();
    const { body: session } = await client.get<{ user: { id: string } }>('/api/v1/session');
    await server.test.database.query(
      `insert into notifications (id, user_id, kind, case_id, task_id) values ($1, $2, 'task.assigned', $3, $4)`,
      [newId(), session.user.id, started.caseId, started.next.taskId],
    );

    // when
    const { body } = await client.get<NotificationList>('/api/v1/notifications');
    const task = await client.get<TaskDetail>(`/api/v1/tasks/${started.next.taskId}`);

    // then
    expect(task.body.dueAt).toBeDefined();
    expect(body.items[0]).toMatchObject({ caseNumber: started.number, dueAt: task.body.dueAt });
  });

  it('counts the queues and finds cases by number and by office', async () => {
    // given
    const { number } = (await startCase()).body;

    // when
    const counters = await client.get<Record<string, { count: number; capped: boolean }>>('/api/v1/tasks/counters');
    const found = await client.get<{ items: { number: string }[] }>(`/api/v1/cases?q=${number}`);
    const summary = await client.get<SupervisionSummary>('/api/v1/supervision/summary');

    // then
    expect(counters.body['unclaimed']?.count).toBeGreaterThan(0);
    expect(found.body.items.map((item) => item.number)).toEqual([number]);
    expect(summary.body.byInstitution).toHaveLength(1);
    expect(summary.body.trend).toHaveLength(28);
  });

  it('tells other screens of the office within a second, without personal data', async () => {
    // given
    const { next } = (await startCase({ title: 'Live' })).body;
    const stream = await fetch(`${server.address}/api/v1/events`, { headers: { cookie: client.cookie ?? '' } });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const claimedAt = Date.now();

    // when
    await client.post(`/api/v1/tasks/${next.taskId}/claims`);
    let heard = '';
    while (!heard.includes('"tasks.changed"') || !heard.includes(next.taskId ?? ''))
      heard += (await reader.read()).value ?? '';

    // then
    expect(Date.now() - claimedAt).toBeLessThan(1000);
    expect(heard).not.toContain('Live');
    await reader.cancel();
  });

  it.each(['/api/v1/tasks/x', '/api/v1/cases/x', '/api/v1/records/x', '/api/v1/process-instances/x'])(
    'knows no %s',
    async (path) => {
      // then
      expect((await client.get(path)).status).toBe(404);
    },
  );

  it('refuses a cursor that no list gave', async () => {
    // when
    const reply = await client.get('/api/v1/tasks?cursor=abc');

    // then
    expect([reply.status, reply.body['code']]).toEqual([400, 'invalid_cursor']);
  });
});

function timelineOrder(timeline: CaseTimeline, event: string): number {
  return timeline.items.findIndex((item) => item.event === event);
}
