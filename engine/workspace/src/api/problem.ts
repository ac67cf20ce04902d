import type { Problem } from '@esocial/contracts/generated/problem.ts';

/** A request the server answered with a problem. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

/** Whether `error` is the server's problem `code`. */
export function isProblem(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.problem.code === code;
}

/** Reads the problem from an answer; an answer of another kind (a proxy's page) becomes one too. */
export async function readProblem(response: Response): Promise<Problem> {
  const traceId = response.headers.get('x-trace-id') ?? '';
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText || String(response.status),
    status: response.status,
    code: 'unknown_error',
    traceId,
  };
  if (!response.headers.get('content-type')?.includes('json')) return fallback;
  const body = (await response.json()) as Partial<Problem>;
  return { ...fallback, ...body };
}
