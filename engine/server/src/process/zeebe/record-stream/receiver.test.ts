import { createReceiver } from './receiver.ts';
import type { Receiver } from './receiver.ts';
import type { ZeebeRecord } from './zeebe-record.ts';

const bulk = '{"index":{}}\n{"partitionId":1,"position":7,"key":5,"value":{}}\n';
const basic = (password: string) => `Basic ${Buffer.from(`zeebe:${password}`).toString('base64')}`;

describe('the receiver of the record stream', () => {
  const open: Receiver[] = [];
  const taken: ZeebeRecord[] = [];
  const errors: unknown[] = [];
  let failing = false;

  async function listen(password?: string): Promise<string> {
    const receiver = createReceiver({
      ...{ host: '127.0.0.1', port: 0, password },
      take: (records) => {
        taken.push(...records);
        return failing ? Promise.reject(new Error('the database is away')) : Promise.resolve();
      },
      onError: (error) => errors.push(error),
    });
    open.push(receiver);
    return `http://127.0.0.1:${await receiver.start()}`;
  }

  const post = (url: string, body: string, authorization?: string) =>
    fetch(`${url}/_bulk`, { method: 'POST', body, headers: authorization ? { authorization } : {} });

  beforeEach(() => {
    taken.length = 0;
    errors.length = 0;
    failing = false;
  });

  afterAll(async () => {
    await Promise.all(open.map((receiver) => receiver.stop()));
  });

  it('answers as Elasticsearch does: templates are acknowledged, records one by one', async () => {
    // given
    const url = await listen();

    // when
    const template = await fetch(`${url}/_index_template/zeebe-record_job_8.5.8`, { method: 'PUT', body: '{}' });
    const answer = await post(url, bulk);

    // then
    expect(await template.json()).toEqual({ acknowledged: true });
    expect(answer.headers.get('x-elastic-product')).toBe('Elasticsearch');
    expect(await answer.json()).toEqual({ took: 0, errors: false, items: [{ index: { status: 201 } }] });
    expect(taken.map(({ position }) => position)).toEqual([7]);
  });

  it('does not acknowledge what was not kept, so that it is sent again', async () => {
    failing = true;
    expect((await post(await listen(), bulk)).status).toBe(503);
    expect(errors).toHaveLength(1);
  });

  it('refuses what is no bulk of records', async () => {
    expect((await post(await listen(), '{"index":{}}\n{"a":1}\n')).status).toBe(400);
    expect(taken).toEqual([]);
  });

  it.each([
    ['the password', basic('correct horse battery'), 200],
    ['another password', basic('wrong'), 401],
    ['no password', undefined, 401],
    ['another scheme', 'Bearer correct horse battery', 401],
  ])('answers with %s', async (_what, authorization, status) => {
    expect((await post(await listen('correct horse battery'), bulk, authorization)).status).toBe(status);
    expect(taken).toHaveLength(status === 200 ? 1 : 0);
  });
});
