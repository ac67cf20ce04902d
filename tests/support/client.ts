/** A signed-in caller of the API, as a script would be. */
export interface ApiClient {
  get<T>(path: string): Promise<ApiReply<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<ApiReply<T>>;
  send<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiReply<T>>;
  readonly cookie: string;
}

export interface ApiReply<T> {
  status: number;
  body: T;
  headers: Headers;
}

const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
};

/** Signs in through the sandbox's real SAML round trip. */
export async function signIn(address: string, persona: string, language = 'ro'): Promise<ApiClient> {
  const response = await fetch(`${address}/sandbox/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`Signing in as ${persona} answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  async function send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiReply<T>> {
    const reply = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        origin: address,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: reply.status, body: (await readBody(reply)) as T, headers: reply.headers };
  }

  return {
    cookie,
    send,
    get: (path) => send('GET', path),
    post: (path, body, headers = {}) =>
      send('POST', path, body, { 'idempotency-key': crypto.randomUUID(), ...headers }),
  };
}
