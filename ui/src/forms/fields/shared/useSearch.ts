import { useEffect, useState } from 'react';

export interface SearchState<Item> {
  items: readonly Item[];
  state: 'idle' | 'searching' | 'done' | 'failed';
}

const pause = 250;
const fewestLetters = 2;

/** Searches while somebody types, a moment after the last key; an answer that came too late is dropped. */
export function useSearch<Item>(
  query: string,
  search: ((text: string, signal: AbortSignal) => Promise<Item[]>) | undefined,
): SearchState<Item> {
  const [result, setResult] = useState<SearchState<Item>>({ items: [], state: 'idle' });
  const text = query.trim();
  useEffect(() => {
    if (!search || text.length < fewestLetters) {
      setResult({ items: [], state: 'idle' });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setResult((last) => ({ items: last.items, state: 'searching' }));
      search(text, abort.signal).then(
        (items) => !abort.signal.aborted && setResult({ items, state: 'done' }),
        () => !abort.signal.aborted && setResult({ items: [], state: 'failed' }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, search]);
  return result;
}
