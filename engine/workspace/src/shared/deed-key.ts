import { newKey } from './new-key.ts';

/**
 * Gives the same key for the same body, so that trying again happens once; another body is another
 * deed and gets a key of its own.
 */
export function createDeedKeys(makeKey: () => string = newKey): (body: unknown) => string {
  let last: { body: string; key: string } | undefined;
  return (body) => {
    const text = JSON.stringify(body);
    if (last?.body !== text) last = { body: text, key: makeKey() };
    return last.key;
  };
}
