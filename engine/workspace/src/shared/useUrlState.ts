import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'wouter';

/**
 * The query part of the address as state. A change is a new entry of the history, so Back works;
 * `replace` is for what follows the eye, such as the selected row.
 */
export function useUrlState(): {
  get: (name: string) => string | undefined;
  set: (changes: Record<string, string | undefined>, replace?: boolean) => void;
} {
  const [parameters] = useSearchParams();
  const [path, navigate] = useLocation();
  const get = useCallback((name: string) => parameters.get(name) ?? undefined, [parameters]);
  const set = useCallback(
    (changes: Record<string, string | undefined>, replace = false) => {
      const next = new URLSearchParams(parameters);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const query = next.toString();
      navigate(query ? `${path}?${query}` : path, { replace });
    },
    [parameters, path, navigate],
  );
  return { get, set };
}
