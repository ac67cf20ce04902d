const listeners = new Set<() => void>();

/** Tells the page that the server no longer knows the session. */
export function announceSessionEnd(): void {
  for (const listener of listeners) listener();
}

/** Hears of the session's end; returns the way to stop. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
