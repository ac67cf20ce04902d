import { useState } from 'react';

/** The rows ticked for a deed on many; only rows that are still shown count. */
export function useSelection(shownIds: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = shownIds.filter((id) => ticked.has(id));
  return {
    ids,
    has: (id: string) => ticked.has(id),
    toggle: (id: string) => {
      const next = new Set(ticked);
      if (!next.delete(id)) next.add(id);
      setTicked(next);
    },
    setAll: (chosen: readonly string[]) => setTicked(new Set(chosen)),
    clear: () => setTicked(new Set()),
  };
}
