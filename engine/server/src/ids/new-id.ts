import { randomFillSync } from 'node:crypto';

// Random bytes are drawn for many ids at once: asking for sixteen of them costs as much as for thousands.
const pool = Buffer.alloc(16 * 256);
let drawn = pool.length;

function randomBytes(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += 16;
  return Buffer.from(pool.subarray(drawn - 16, drawn));
}

let last = { instant: -1, sequence: 0 };

/** Counts the ids of one millisecond, from 0 to 4095 and round again. */
function sequenceWithin(instant: number): number {
  last = { instant, sequence: instant === last.instant ? (last.sequence + 1) & 0xfff : 0 };
  return last.sequence;
}

/**
 * A new UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within the millisecond, then random bits. Ids of
 * one process sort in the order in which they were made.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes();
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequenceWithin(now), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside is an id, so that a wrong one is answered "not found" and never reaches PostgreSQL. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
