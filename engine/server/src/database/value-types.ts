import { types } from 'pg';

type Parser = (text: string) => unknown;

const INT8 = 20;
const DATE = 1082;

/** A bigint of ours is a row id or a count; beyond 2^53 it stays a string rather than losing digits. */
function parseInt8(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

const own = new Map<number, Parser>([
  [INT8, parseInt8],
  // A legal date is a day, not an instant: it stays "2026-01-05".
  [DATE, (text) => text],
]);

/**
 * How values come out of PostgreSQL, in and outside of a unit of work: int8 as number where exact, date as
 * "YYYY-MM-DD", timestamptz as Date, numeric as string, jsonb parsed, arrays as arrays.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    return own.get(oid) ?? (types.getTypeParser(oid, format) as Parser);
  },
};
