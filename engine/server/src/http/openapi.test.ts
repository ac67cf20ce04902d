import { createTestServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('/api/v1/openapi.json', () => {
  let server: TestServer;
  let description: Description;

  beforeAll(async () => {
    server = await createTestServer();
    description = (await server.nobody.get<Description>('/api/v1/openapi.json')).body;
  }, 120_000);

  afterAll(() => server.close());

  it('describes every operation with its failures', () => {
    // given
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));

    // then
    expect(description.openapi).toBe('3.1.0');
    expect(operations.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(['getSession', 'listAuditEvents']),
    );
    expect(operations.every(({ responses }) => 'default' in responses)).toBe(true);
  });

  it('describes parameters in path, query and headers', () => {
    // when
    const parameters = description.paths['/api/v1/notifications/{id}/reads']?.['post']?.parameters;

    // then
    expect(parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]);
    expect(description.paths['/api/v1/audit-events']?.['get']?.parameters).toContainEqual(
      expect.objectContaining({ name: 'subject', in: 'query', required: false }),
    );
  });

  it('refers only to what it holds', () => {
    // given
    const references = new Set(
      [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref),
    );

    // when
    const dangling = [...references].filter((ref) => !resolves(description, ref));

    // then
    expect(references.size).toBeGreaterThan(10);
    expect(dangling).toEqual([]);
  });

  it('is shown as pages without a line of script in them', async () => {
    // when
    const page = await server.nobody.get('/api/docs');
    const bundle = await server.nobody.get('/api/docs/swagger-ui-bundle.js');

    // then
    expect(page.text).not.toMatch(/<script>/);
    expect(bundle.status).toBe(200);
  });
});

function resolves(description: object, ref: string): boolean {
  let value: unknown = description;
  for (const part of ref.slice(2).split('/')) value = (value as Record<string, unknown> | undefined)?.[part];
  return typeof value === 'object';
}
