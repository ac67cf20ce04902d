import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createUserTaskClient } from './user-task-client.ts';

describe('completing a user task over REST', () => {
  let server: Server;
  let url = '';
  let status = 204;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${body}`);
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  it.each([
    ['8.5.8', '/v1'],
    ['8.6.0', '/v2'],
  ])('of Zeebe %s is below %s', async (version, base) => {
    status = 204;
    await createUserTaskClient(url, () => Promise.resolve(version)).complete('77', { a: 1 });
    expect(asked.at(-1)).toBe(`POST ${base}/user-tasks/77/completion {"variables":{"a":1}}`);
  });

  it.each([
    [404, 'not-found'],
    [400, 'rejected'],
    [503, 'away'],
  ])('answered by %d is %s', async (answered, fault) => {
    status = answered;
    const client = createUserTaskClient(url, () => Promise.resolve('8.5.8'));
    await expect(client.complete('77', {})).rejects.toMatchObject({ fault });
  });

  it('that reaches nobody may be tried later', async () => {
    const client = createUserTaskClient('http://127.0.0.1:1', () => Promise.resolve('8.5.8'));
    await expect(client.complete('77', {})).rejects.toMatchObject({ fault: 'away' });
  });
});
