import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parseBulk } from './parse-bulk.ts';
import type { ZeebeRecord } from './zeebe-record.ts';

export interface ReceiverOptions {
  readonly host: string;
  readonly port: number;
  /** What the exporter authenticates with; without one only this machine is answered. */
  readonly password: string | undefined;
  /** Keeps the records and their effect; the exporter sends them again when it throws. */
  readonly take: (records: readonly ZeebeRecord[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export interface Receiver {
  /** Resolves when it listens; gives the port. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

const MAX_BODY = 64 * 1024 * 1024;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Receives the record stream of a Zeebe broker. Its Elasticsearch exporter is told that this is Elasticsearch: it puts
 * templates, which are of no use here, and posts records in bulks, each of which it repeats until it is acknowledged.
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const server: Server = createServer((request, response) => {
    answer(options, request).then(
      ({ status, body }) => reply(response, status, body),
      (error: unknown) => {
        options.onError(error);
        reply(response, error instanceof SyntaxError ? 400 : 503, { error: 'The records were not kept' });
      },
    );
  });
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port, options.host, () => resolve((server.address() as AddressInfo).port));
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

async function answer({ password, take }: ReceiverOptions, request: IncomingMessage): Promise<Answer> {
  if (!isAllowed(request, password)) {
    request.resume();
    return { status: 401, body: { error: 'The exporter must authenticate with ZEEBE_STREAM_PASSWORD' } };
  }
  const body = await readBody(request);
  const path = request.url?.split('?')[0];
  if (request.method === 'POST' && path === '/_bulk') {
    const records = parseBulk(body);
    await take(records);
    return { status: 200, body: { took: 0, errors: false, items: records.map(() => ({ index: { status: 201 } })) } };
  }
  return { status: 200, body: { acknowledged: true } };
}

function isAllowed(request: IncomingMessage, password: string | undefined): boolean {
  if (password === undefined) return loopback.has(request.socket.remoteAddress ?? '');
  const [scheme, encoded = ''] = (request.headers.authorization ?? '').split(' ');
  const given = Buffer.from(encoded, 'base64').toString().split(':').slice(1).join(':');
  return scheme === 'Basic' && timingSafeEqual(digest(given), digest(password));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new SyntaxError('a bulk of records is larger than 64 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    // The client of the exporter talks to nobody else.
    'x-elastic-product': 'Elasticsearch',
    ...(status === 401 ? { 'www-authenticate': 'Basic realm="eSocial"' } : {}),
  });
  response.end(JSON.stringify(body));
}
