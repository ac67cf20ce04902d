import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { LiveContext } from './LiveContext.ts';
import { openLiveEvents, type LiveEvents } from './live-events.ts';
import { staleKeys } from './stale-keys.ts';

/** Keeps what is on the screen in step with the server, within a second and without reload. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [live, setLive] = useState<LiveEvents>();
  useEffect(() => {
    const opened = openLiveEvents();
    let wasConnected = true;
    opened.listen((event) => {
      for (const queryKey of staleKeys(event)) void queries.invalidateQueries({ queryKey });
    });
    opened.onConnection((connected) => {
      // Events of the gap are lost, so after it everything is asked anew.
      if (connected && !wasConnected) void queries.invalidateQueries();
      wasConnected = connected;
    });
    setLive(opened);
    return () => opened.close();
  }, [queries]);
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}
