import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './problem.ts';

const tries = 2;

/** What the server refused will be refused again; what did not reach it is tried twice more. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (error instanceof ApiError && error.problem.status < 500) return false;
  return failures < tries;
}

/** The cache of everything that came from the server. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: shouldRetry },
      mutations: { retry: false },
    },
  });
}
