import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../../api/problem.ts';
import { request } from '../../../api/request.ts';
import type { Session } from '../../../shared/session/session.ts';

/** `GET /session`: null when nobody is signed in. */
export async function fetchSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await request<Session>('/session', signal ? { signal } : {});
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; asked anew when the window is looked at again. */
export const sessionQuery = () =>
  queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => fetchSession(signal), staleTime: 60_000 });
