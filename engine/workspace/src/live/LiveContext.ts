import { createContext, useContext, useEffect, useRef } from 'react';
import type { LiveEvent } from './event-types.ts';
import type { LiveEvents } from './live-events.ts';

export const LiveContext = createContext<LiveEvents | undefined>(undefined);

/** Hears the server's events while the caller is on the page. */
export function useLiveEvent(onEvent: (event: LiveEvent) => void): void {
  const live = useContext(LiveContext);
  const current = useRef(onEvent);
  useEffect(() => {
    current.current = onEvent;
  });
  useEffect(() => live?.listen((event) => current.current(event)), [live]);
}
