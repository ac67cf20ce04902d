import type { ZeebeRecord } from './zeebe-record.ts';

const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A whole number so long that a JavaScript number may not hold it. */
const longNumber = /^-?\d{16,}$/;

/** The records of a `_bulk` request: lines in pairs, what to do and the document. Throws SyntaxError. */
export function parseBulk(body: string): ZeebeRecord[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => (index % 2 === 1 ? [parseRecord(line)] : []));
}

function parseRecord(line: string): ZeebeRecord {
  const exact = line.replace(textOrNumber, (token) => (longNumber.test(token) ? `"${token}"` : token));
  const record = JSON.parse(exact) as Partial<ZeebeRecord>;
  if (!Number.isInteger(record.partitionId) || !Number.isInteger(record.position)) {
    throw new SyntaxError('a line of the bulk request is no record: it has no partition or position');
  }
  return { ...record, key: String(record.key) } as ZeebeRecord;
}
