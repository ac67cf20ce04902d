import { parseLiveEvent, type LiveEvent } from './event-types.ts';

type Listener = (event: LiveEvent) => void;

/** One stream of server-sent events for the whole page, heard by any number of listeners. */
export interface LiveEvents {
  listen: (listener: Listener) => () => void;
  /** Whether the stream stands; null before the first answer. */
  onConnection: (listener: (connected: boolean) => void) => () => void;
  close: () => void;
}

/** Opens the stream; the browser reconnects by itself. */
export function openLiveEvents(url = '/api/v1/events'): LiveEvents {
  const source = new EventSource(url);
  const listeners = new Set<Listener>();
  const connectionListeners = new Set<(connected: boolean) => void>();
  const tellConnection = (connected: boolean) => connectionListeners.forEach((listener) => listener(connected));
  const receive = (message: MessageEvent<string>) => {
    const event = parseLiveEvent(message.data);
    if (event) listeners.forEach((listener) => listener(event));
  };
  source.onmessage = receive;
  source.onopen = () => tellConnection(true);
  source.onerror = () => tellConnection(false);
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection: (listener) => {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    close: () => source.close(),
  };
}
