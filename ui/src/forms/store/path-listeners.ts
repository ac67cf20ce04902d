type Listener = () => void;

/** Listeners by path. */
export interface PathListeners {
  subscribe: (path: string, listener: Listener) => () => void;
  notify: (paths: Iterable<string>) => void;
  /** Paths inside the given one that somebody listens to. */
  below: (path: string) => string[];
}

/** Creates an empty set of listeners. */
export function createPathListeners(): PathListeners {
  const byPath = new Map<string, Set<Listener>>();
  return {
    subscribe: (path, listener) => {
      const listeners = byPath.get(path) ?? new Set();
      byPath.set(path, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byPath.get(path) === listeners) byPath.delete(path);
      };
    },
    notify: (paths) => {
      for (const path of paths) for (const listener of [...(byPath.get(path) ?? [])]) listener();
    },
    below: (path) => [...byPath.keys()].filter((known) => known.startsWith(`${path}/`)),
  };
}
