import { toDecimal } from '../decimal.ts';
import { compare } from '../operators/comparison.ts';
import type { Dialect } from '../run.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../temporal/parse.ts';
import { FeelRange } from '../values.ts';
import type { FeelValue } from '../values.ts';

const RANGE = /^\s*([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/s;
const CALL = /^(date|time|date and time|duration)\(\s*"([^"]*)"\s*\)$/;

/** An interval written with literal bounds, such as `[1..5)`; undefined where the text is none. */
export function parseRange(text: string, dialect: Dialect): FeelRange | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const [, open, startText = '', endText = '', close] = match;
  const [start, end] = [parseBound(startText, dialect), parseBound(endText, dialect)];
  if (start === undefined || end === undefined || (start === null && end === null)) return undefined;
  if (start !== null && end !== null && (compare(start, end) ?? 1) > 0) return undefined;
  if ((start === null && open === '[') || (end === null && close === ']')) return undefined;
  return new FeelRange(start ?? undefined, open === '[', end ?? undefined, close === ']');
}

function parseBound(text: string, dialect: Dialect): FeelValue | undefined {
  if (text === '' || text === 'null') return null;
  if (/^-?[\d.]/.test(text)) return Number.isNaN(Number(text)) ? undefined : (toDecimal(text) ?? undefined);
  const string = /^"((?:[^"\\]|\\.)*)"$/s.exec(text);
  if (string) return (string[1] ?? '').replace(/\\(.)/gs, '$1');
  const literal = /^@"([^"]*)"$/.exec(text);
  if (literal) return parsePoint('', literal[1] ?? '', dialect) ?? undefined;
  const call = CALL.exec(text);
  return call ? (parsePoint(call[1] ?? '', call[2] ?? '', dialect) ?? undefined) : undefined;
}

function parsePoint(kind: string, text: string, dialect: Dialect): FeelValue {
  switch (kind) {
    case 'date':
      return parseDate(text);
    case 'time':
      return parseTime(text, dialect);
    case 'date and time':
      return parseDateTime(text, dialect);
    case 'duration':
      return parseDuration(text, dialect);
    default:
      return (
        parseDate(text) ?? parseTime(text, dialect) ?? parseDateTime(text, dialect) ?? parseDuration(text, dialect)
      );
  }
}
