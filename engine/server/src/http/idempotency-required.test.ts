import { newId } from '../ids/new-id.ts';
import type { TestClient } from './testing/test-client.ts';
import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-action'?: string;
  readonly parameters: readonly { name: string; required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const actions = [
  ...['case.start', 'case.note', 'case.attach', 'task.complete', 'task.delegate', 'task.reassign', 'record.correct'],
  ...['message.publish', 'person.create', 'person.update', 'release.approve'],
];

describe('a request that creates', () => {
  let server: TestServer;
  let clerk: TestClient;
  let creating: [path: string, operation: Operation][];

  beforeAll(async () => {
    const permissions = actions.map((action) => ({ action, relation: 'all' as const }));
    server = await createTestServer({ roles: { librarian: permissions } });
    clerk = await server.signIn('librarian');
    const { body } = await clerk.get<{ paths: Record<string, Record<string, Operation>> }>('/api/v1/openapi.json');
    creating = Object.entries(body.paths).flatMap(([path, { post }]): [string, Operation][] =>
      post && '201' in post.responses && !/\/(searches|retries)$/.test(path) ? [[path, post]] : [],
    );
  }, 60_000);

  afterAll(() => server.close());

  it('is described with the key it must carry', () => {
    // when
    const without = creating.filter(
      ([, { parameters }]) => !parameters.some(({ name, required }) => name === 'Idempotency-Key' && required),
    );

    // then
    expect(creating.length).toBeGreaterThan(10);
    expect(without).toEqual([]);
  });

  it('is refused without a key before anything of it is looked at', async () => {
    // given
    const mine = creating.filter(([, operation]) => actions.includes(operation['x-action'] ?? ''));

    // when
    const replies = await Promise.all(
      mine.map(([path]) => clerk.post(path.replaceAll(/\{\w+\}/g, newId()), {}, { 'idempotency-key': '' })),
    );

    // then
    expect(replies.map(({ status, body }) => [status, body['code']])).toEqual(
      mine.map(() => [400, 'idempotency_key_missing']),
    );
    expect(mine.length).toBeGreaterThan(10);
  });

  it.each([
    ['ro', 'Trimiteți antetul Idempotency-Key'],
    ['ru', 'Отправьте заголовок Idempotency-Key'],
    ['en', 'Send the header Idempotency-Key'],
  ])('is told so in %s, with the name of the header', async (language, sentence) => {
    // given
    await clerk.patch('/api/v1/session', { language });

    // when
    const { headers, body } = await clerk.post('/api/v1/persons', {}, { 'idempotency-key': '' });

    // then
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body['detail']).toContain(sentence);
  });
});
