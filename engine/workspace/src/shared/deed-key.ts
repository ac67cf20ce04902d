import { newKey } from './new-key.ts';

export interface DeedKeys {
  /** The same key for the same body, so that trying again happens once; another body is another deed. */
  (body: unknown): string;
  /** The deed was done: the same once more is a new one. */
  forget(): void;
}

export function createDeedKeys(makeKey: () => string = newKey): DeedKeys {
  let last: { body: string; key: string } | undefined;
  const keyOf = (body: unknown): string => {
    const text = JSON.stringify(body);
    if (last?.body !== text) last = { body: text, key: makeKey() };
    return last.key;
  };
  return Object.assign(keyOf, { forget: () => (last = undefined) });
}
