import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ZeebeRecord } from './record.ts';
import { parseBulk } from './record.ts';

export interface Receiver {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers the broker's Elasticsearch exporter as Elasticsearch would and hands its records on, in order. */
export async function startReceiver(receive: (records: readonly ZeebeRecord[]) => void): Promise<Receiver> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (!request.url?.startsWith('/_bulk')) return reply(response, { acknowledged: true });
      const records = parseBulk(body);
      receive(records);
      reply(response, { errors: false, items: records.map(() => ({ index: { status: 201 } })) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, answer: object): void {
  response.writeHead(200, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
  response.end(JSON.stringify(answer));
}
