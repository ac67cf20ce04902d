import { isId } from '../../../ids/new-id.ts';

/**
 * The broker names things by 64-bit keys, we by UUIDs: a key is written into a UUID of its own making (RFC 9562,
 * version 8), so that either can be computed from the other.
 */
export function idOfKey(key: string): string {
  const hex = BigInt(key).toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-8${hex.slice(15)}00-${MARK}`;
}

const MARK = '657a65656265';

/** The broker's key in an id of ours; undefined when the id was not made of one. */
export function keyOfId(id: string): string | undefined {
  if (!isId(id) || !id.endsWith(MARK) || id[14] !== '8') return undefined;
  return BigInt(`0x${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(15, 18)}${id.slice(20, 21)}`).toString();
}
