import { ApiError, readProblem } from './problem.ts';
import { announceSessionEnd } from './session-end.ts';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version an edit starts from. */
  ifMatch?: number;
  /** The same key on every try of one deed makes it happen once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

const base = '/api/v1';

/**
 * Calls the API and gives the JSON answer, undefined for 204.
 * Throws ApiError for a problem and TypeError when nothing answers.
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await fetch(`${base}${path}`, toInit(options));
  if (!response.ok) {
    const problem = await readProblem(response);
    if (response.status === 401) announceSessionEnd();
    throw new ApiError(problem);
  }
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

function toInit({ method = 'GET', body, ifMatch, idempotencyKey, signal }: RequestOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
}

/** Path with the query parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
