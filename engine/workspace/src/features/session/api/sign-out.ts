import { focusManager } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `DELETE /session`: ends the session; what was cached goes with the page. */
export async function signOut(): Promise<void> {
  // What a page asks again and again would only be refused from here on.
  focusManager.setFocused(false);
  try {
    await request<unknown>('/session', { method: 'DELETE' });
  } catch (error) {
    focusManager.setFocused(undefined);
    throw error;
  }
  window.location.assign('/');
}
