import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createTestDatabase } from './database/test-database.ts';
import type { TestDatabase } from './database/test-database.ts';
import { serve } from './serve.ts';

describe('serve', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase();
  }, 120_000);

  afterAll(() => test.close());

  const environment = (changes: Record<string, string> = {}) => ({
    ...{ PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    ...{ DATABASE_URL: test.connectionString, DATABASE_OWNER_URL: test.ownerConnectionString, ...changes },
  });

  it('serves until it is stopped', async () => {
    // given
    const server = await serve({ environment: environment() });

    // when
    const ready = await fetch(`${server.address}/readyz`);
    await server.stop();

    // then
    expect(await ready.json()).toEqual({ status: 'ready' });
    await expect(fetch(`${server.address}/readyz`)).rejects.toThrow();
  });

  it('tells who asks while it starts to ask again', async () => {
    // given
    const asked: number[] = [];
    const prepare = async (_database: unknown, { publicUrl }: { publicUrl: string }) => {
      const { status, headers } = await fetch(`${publicUrl}/api/v1/session`);
      asked.push(status, Number(headers.get('retry-after')));
    };

    // when
    const server = await serve({ environment: environment(), prepare });
    await server.stop();

    // then
    expect(asked).toEqual([503, 1]);
  });

  it('says that its port is taken, and names the setting', async () => {
    // given
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    // when
    const started = serve({ environment: environment({ PORT: String(port) }) });

    // then
    await expect(started).rejects.toThrow(
      `The setting PORT is ${port}, but another program already listens on that port`,
    );
    other.close();
  });

  it('gives its port back when it cannot start', async () => {
    // given
    let address = '';
    const prepare = async (_database: unknown, { publicUrl }: { publicUrl: string }) => {
      address = publicUrl;
      throw new Error('no content');
    };

    // when
    const started = serve({ environment: environment(), prepare });

    // then
    await expect(started).rejects.toThrow('no content');
    await expect(fetch(address)).rejects.toThrow();
  });

  it('refuses the sandbox in production', async () => {
    // given
    const production = environment({ NODE_ENV: 'production', PUBLIC_URL: 'https://esocial.example.md', SANDBOX: 'on' });

    // then
    await expect(serve({ environment: production })).rejects.toThrow('The setting SANDBOX is "on"');
  });

  it('says that the owner’s database does not answer', async () => {
    // given
    const nowhere = environment({ DATABASE_OWNER_URL: 'postgresql://u:p@127.0.0.1:1/d' });

    // then
    await expect(serve({ environment: nowhere })).rejects.toThrow(
      'The setting DATABASE_OWNER_URL names a server that does not answer',
    );
  });
});
