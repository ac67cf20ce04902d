/** A call that reached the fake server. */
export interface FakeCall {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

type Handler = (call: FakeCall) => object | Promise<object>;
type Answer = object;

/** What creates, and is refused without the key that makes it happen once. */
const creating =
  /^\/(cases|persons|messages|documents|task-reassignments)$|\/(submissions|delegations|notes|corrections|relations|messages|undos)$/;

const isHandler = (answer: Answer): answer is Handler => typeof answer === 'function';

/** Makes a problem answer. */
export function problem(status: number, code: string, more: object = {}): Response {
  const body = { type: 'about:blank', title: code, status, code, traceId: 'trace-1', ...more };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/**
 * Stands in for the API in component tests: answers by `METHOD /path` (the query is ignored unless
 * it is part of the key) and remembers what was asked.
 */
export function fakeServer(given: Record<string, Answer>): { calls: FakeCall[]; answers: Record<string, Answer> } {
  const calls: FakeCall[] = [];
  const answers = { ...given };
  globalThis.fetch = async (input, init = {}) => {
    const url = (typeof input === 'string' ? input : input instanceof URL ? input.href : input.url).replace(
      '/api/v1',
      '',
    );
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    const call: FakeCall = { method, path: url, body, headers: (init.headers ?? {}) as Record<string, string> };
    calls.push(call);
    if (method === 'POST' && creating.test(url) && !call.headers['idempotency-key'])
      return problem(400, 'idempotency_key_missing');
    const answer = answers[`${method} ${url}`] ?? answers[`${method} ${url.split('?')[0]}`];
    if (answer === undefined) return problem(404, 'not_found', { detail: `${method} ${url}` });
    const reply = isHandler(answer) ? await answer(call) : answer;
    return reply instanceof Response ? reply.clone() : Response.json(reply);
  };
  return { calls, answers };
}
