import { createHash } from 'node:crypto';

/**
 * JSON with the keys of every object sorted by code unit and nothing between the tokens, after RFC 8785: equal data
 * has equal text, whoever wrote the file. Properties that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The identity of a definition version on every server: SHA-256 in hex over kind, key and canonical content. */
export function contentDigest(kind: string, key: string, content: unknown): string {
  return digestOf({ kind, key, content });
}

/** SHA-256 in hex of any JSON data, independent of the order of keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
