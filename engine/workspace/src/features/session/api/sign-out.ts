import { request } from '../../../api/request.ts';

/** `DELETE /session`: ends the session; what was cached goes with the page. */
export async function signOut(): Promise<void> {
  await request<unknown>('/session', { method: 'DELETE' });
  window.location.assign('/');
}
