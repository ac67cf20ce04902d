import { ApiError } from './problem.ts';
import { request, withQuery } from './request.ts';
import { onSessionEnd } from './session-end.ts';

const answer = (status: number, body: unknown, type = 'application/json') =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('a request', () => {
  const calls: { url: string; init: RequestInit }[] = [];
  const reply = (response: Response) => {
    globalThis.fetch = (url, init) => {
      calls.push({ url: url as string, init: init ?? {} });
      return Promise.resolve(response);
    };
  };
  beforeEach(() => calls.splice(0));

  it('carries the body, the version and the key of the deed', async () => {
    // given
    reply(answer(200, { ok: true }));
    // when
    await request('/tasks/1/submissions', { method: 'POST', body: { data: {} }, ifMatch: 3, idempotencyKey: 'k' });
    // then
    expect(calls[0]?.url).toBe('/api/v1/tasks/1/submissions');
    expect(calls[0]?.init.headers).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'k' });
    expect(calls[0]?.init.body).toBe('{"data":{}}');
  });

  it('gives nothing for an answer without content', async () => {
    reply(answer(204, undefined));
    await expect(request('/x')).resolves.toBeUndefined();
  });

  it('throws the problem the server told', async () => {
    reply(answer(409, { code: 'task_already_claimed', status: 409, title: 'x', type: 'y', traceId: 't' }));
    await expect(request('/x')).rejects.toMatchObject({ problem: { code: 'task_already_claimed', traceId: 't' } });
  });

  it('makes a problem of a page that is no JSON', async () => {
    reply(answer(502, '<html>', 'text/html'));
    await expect(request('/x')).rejects.toBeInstanceOf(ApiError);
  });

  it('tells the page when the session has ended', async () => {
    // given
    let ended = 0;
    const stop = onSessionEnd(() => (ended += 1));
    reply(answer(401, { code: 'unauthenticated' }));
    // when
    await expect(request('/x')).rejects.toThrow('401');
    stop();
    // then
    expect(ended).toBe(1);
  });
});

describe('a query', () => {
  it('holds only what has a value', () => {
    expect(withQuery('/tasks', { queue: 'mine', q: '', cursor: undefined, limit: 50 })).toBe(
      '/tasks?queue=mine&limit=50',
    );
  });
});
