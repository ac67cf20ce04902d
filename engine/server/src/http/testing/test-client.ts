import { newId } from '../../ids/new-id.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export interface TestReply<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The body, when it is JSON. */
  readonly body: Body;
  readonly text: string;
}

type ExtraHeaders = Readonly<Record<string, string>>;

/** A caller over HTTP who is no browser: it follows no redirects and sends the cookie it was given. */
export interface TestClient {
  readonly cookie: string | undefined;
  get<Body = JsonObject>(path: string, headers?: ExtraHeaders): Promise<TestReply<Body>>;
  /** Carries a key of its own unless `headers` has one. */
  post<Body = JsonObject>(path: string, body?: unknown, headers?: ExtraHeaders): Promise<TestReply<Body>>;
  put<Body = JsonObject>(path: string, body: unknown, headers?: ExtraHeaders): Promise<TestReply<Body>>;
  patch<Body = JsonObject>(path: string, body: unknown, headers?: ExtraHeaders): Promise<TestReply<Body>>;
  delete<Body = JsonObject>(path: string, headers?: ExtraHeaders): Promise<TestReply<Body>>;
  /** Posts a form, as a page does. */
  submit<Body = JsonObject>(
    path: string,
    fields: Record<string, string>,
    headers?: ExtraHeaders,
  ): Promise<TestReply<Body>>;
}

export function createTestClient(address: string, cookie?: string): TestClient {
  async function send<Body>(
    method: string,
    path: string,
    headers: ExtraHeaders,
    body?: string,
  ): Promise<TestReply<Body>> {
    const response = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Body };
  }

  const json = { 'content-type': 'application/json' };
  return {
    cookie,
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, body, headers = {}) =>
      send('POST', path, { ...json, 'idempotency-key': newId(), ...headers }, JSON.stringify(body ?? {})),
    put: (path, body, headers = {}) => send('PUT', path, { ...json, ...headers }, JSON.stringify(body)),
    patch: (path, body, headers = {}) => send('PATCH', path, { ...json, ...headers }, JSON.stringify(body)),
    delete: (path, headers = {}) => send('DELETE', path, headers),
    submit: (path, fields, headers = {}) =>
      send(
        'POST',
        path,
        { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        new URLSearchParams(fields).toString(),
      ),
  };
}
