import { toDecimal } from '../decimal.ts';
import type { NodeCompiler } from '../compiler.ts';
import { childAt, children } from '../compiler.ts';
import type { Dialect } from '../run.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../temporal/parse.ts';
import type { FeelValue } from '../values.ts';

export const compileNull: NodeCompiler = () => () => null;

export const compileBoolean: NodeCompiler = (node, compiler) => {
  const value = compiler.text(node) === 'true';
  return () => value;
};

export const compileNumber: NodeCompiler = (node, compiler) => {
  const value = toDecimal(compiler.text(node).replace(/\s+/g, ''));
  return () => value;
};

export const compileString: NodeCompiler = (node, compiler) => {
  const [standard, zeebe] = stringTexts(compiler.text(node));
  return ({ run }) => run.string(run.dialect === 'zeebe' ? zeebe : standard);
};

/** The text of a string literal with its quotes: in the standard, and as Zeebe reads it. */
export function stringTexts(literal: string): [standard: string, zeebe: string] {
  const inside = literal.slice(1, -1);
  return [unescapeString(inside), unescapeForZeebe(inside)];
}

/** Zeebe leaves doubled backslashes and code points as they stand. */
function unescapeForZeebe(text: string): string {
  return text.replace(/\\([nrtbf'"])/g, (_, plain: string) => ZEEBE_ESCAPES[plain] ?? plain);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', "'": "'", '"': '"', '\\': '\\' };

const ZEEBE_ESCAPES: Readonly<Record<string, string>> = { ...ESCAPES, b: '\b', f: '\f' };

/** The text that a string literal's inside stands for. */
export function unescapeString(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrt'"\\]))/g, (_, short, long, plain) => {
    if (typeof plain === 'string') return ESCAPES[plain] ?? plain;
    const point = Number.parseInt(String(short ?? long), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/** `@"2026-01-31"` and its like. */
export const compileAtLiteral: NodeCompiler = (node, compiler) => {
  const text = unescapeString(compiler.text(childAt(children(node), 0)).slice(1, -1));
  const known = { zeebe: parseTemporal(text, 'zeebe'), dmn: parseTemporal(text, 'dmn') };
  return ({ run }) => known[run.dialect] ?? run.warn('INVALID_TYPE', `'${text}' is no date, time or duration.`);
};

/** Whatever temporal value the text spells, or null. */
export function parseTemporal(text: string, dialect: Dialect): FeelValue {
  return parseDate(text) ?? parseTime(text, dialect) ?? parseDateTime(text, dialect) ?? parseDuration(text, dialect);
}
