import { Decimal } from '../decimal.ts';
import { toIndex } from '../operators/iteration.ts';
import type { Run } from '../run.ts';
import type { FeelValue } from '../values.ts';
import { compilePattern, expandReplacement } from './pattern.ts';
import { define } from './signature.ts';

function substring(run: Run, text: string, start: Decimal, length?: Decimal): string | null | undefined {
  return run.dialect === 'zeebe' ? substringOfUnits(run, text, start, length) : substringOfPoints(text, start, length);
}

/** Zeebe counts UTF-16 units, and fails where the text has no such place. */
function substringOfUnits(run: Run, text: string, start: Decimal, length?: Decimal): string | null {
  const index = start.trunc().toNumber();
  const begin = index > 0 ? index - 1 : text.length + index;
  const end = length === undefined ? text.length : Math.min(text.length, begin + length.trunc().toNumber());
  if (begin >= 0 && begin <= end) return text.slice(begin, end);
  return run.fail(
    'FUNCTION_INVOCATION_FAILURE',
    `A text of ${text.length} characters has no place ${start.toString()}.`,
  );
}

function substringOfPoints(text: string, start: Decimal, length?: Decimal): string | undefined {
  const points = [...text];
  const from = toIndex(start.trunc());
  const count = length === undefined ? points.length : toIndex(length.trunc());
  if (from === null || count === null || from === 0 || Math.abs(from) > points.length)
    return from === null || count === null || from === 0 ? undefined : '';
  if (length !== undefined && count < 1) return undefined;
  const begin = from > 0 ? from - 1 : points.length + from;
  return points.slice(begin, begin + count).join('');
}

function join(run: Run, list: FeelValue[], delimiter: string | null, prefix = '', suffix = ''): string | undefined {
  const texts = list.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return undefined;
  const size = texts.reduce((sum, text) => sum + text.length + (delimiter?.length ?? 0), 0);
  run.step(texts.length);
  if (size > run.limits.stringSize) run.string('x'.repeat(run.limits.stringSize + 1));
  return run.string(prefix + texts.join(delimiter ?? '') + suffix);
}

function replace(run: Run, text: string, pattern: string, replacement: string, flags?: string): string | undefined {
  const compiled = compilePattern(run, pattern, flags ?? '', text);
  const template = expandReplacement(replacement, flags ?? '');
  if (!compiled || template === undefined) return undefined;
  const matcher = compiled.matcher(text);
  if (run.dialect === 'zeebe' && namesMissingGroup(replacement, matcher.groupCount())) return undefined;
  let [result, last] = ['', 0];
  while (matcher.find()) {
    run.step();
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '');
    result = run.string(result + text.slice(last, matcher.start()) + template(groups));
    last = matcher.end();
  }
  return run.string(result + text.slice(last));
}

/** Zeebe refuses a replacement with a group that the pattern does not have; in the standard it is empty. */
function namesMissingGroup(replacement: string, groups: number): boolean {
  return [...replacement.matchAll(/\\.|\$(\d)/gs)].some(([, digit]) => digit !== undefined && Number(digit) > groups);
}

function split(run: Run, text: string, delimiter: string): FeelValue[] | undefined {
  const compiled = compilePattern(run, delimiter, '', text);
  if (!compiled) return undefined;
  const parts: string[] = [];
  const matcher = compiled.matcher(text);
  let last = 0;
  while (matcher.find()) {
    if (matcher.end() === 0 || (run.dialect === 'dmn' && matcher.end() === matcher.start())) continue;
    parts.push(text.slice(last, matcher.start()));
    run.listOfSize(parts.length);
    last = matcher.end();
  }
  return run.list([...parts, text.slice(last)]);
}

function extract(run: Run, text: string, pattern: string): FeelValue[] | undefined {
  const matcher = compilePattern(run, pattern, '', text)?.matcher(text);
  if (!matcher) return undefined;
  const found: string[] = [];
  while (matcher.find()) {
    found.push(matcher.group() ?? '');
    run.listOfSize(found.length);
  }
  return found;
}

function uuid(run: Run): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(run.random() * 16).toString(16));
  digits[12] = '4';
  digits[16] = (8 + Math.floor(run.random() * 4)).toString(16);
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const TEXT = 'string: string';
const MATCH = 'match: string';

export const STRING_BUILTINS = [
  define(
    'substring',
    [TEXT, 'start position: number', 'length?: number'],
    (run, text: string, start: Decimal, length?: Decimal) => substring(run, text, start, length),
  ),
  define(
    'string length',
    [TEXT],
    (run, text: string) => new Decimal(run.dialect === 'zeebe' ? text.length : [...text].length),
  ),
  define('upper case', [TEXT], (run, text: string) => run.string(text.toUpperCase())),
  define('lower case', [TEXT], (run, text: string) => run.string(text.toLowerCase())),
  define('substring before', [TEXT, MATCH], (_, text: string, match: string) =>
    text.slice(0, Math.max(0, text.indexOf(match))),
  ),
  define('substring after', [TEXT, MATCH], (_, text: string, match: string) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '',
  ),
  define('contains', [TEXT, MATCH], (_, text: string, match: string) => text.includes(match)),
  define('starts with', [TEXT, MATCH], (_, text: string, match: string) => text.startsWith(match)),
  define('ends with', [TEXT, MATCH], (_, text: string, match: string) => text.endsWith(match)),
  define(
    'matches',
    ['input: string', 'pattern: string', 'flags?: string|null'],
    (run, text: string, pattern: string, flags?: string | null) =>
      compilePattern(run, pattern, flags ?? '', text)
        ?.matcher(text)
        .find(),
  ),
  define(
    'replace',
    ['input: string', 'pattern: string', 'replacement: string', 'flags?: string|null'],
    (run, text: string, pattern: string, replacement: string, flags?: string | null) =>
      replace(run, text, pattern, replacement, flags ?? ''),
  ),
  define('split', [TEXT, 'delimiter: string'], (run, text: string, delimiter: string) => split(run, text, delimiter)),
  define('extract', [TEXT, 'pattern: string'], (run, text: string, pattern: string) => extract(run, text, pattern)),
  define('trim', [TEXT], (_, text: string) => text.trim()),
  define('is blank', [TEXT], (_, text: string) => text.trim() === ''),
  define('uuid', [], (run) => uuid(run)),
  define('string join', ['list: list'], (run, list: FeelValue[]) => join(run, list, null)),
  define('string join', ['list: list', 'delimiter: string|null'], (run, list: FeelValue[], delimiter: string | null) =>
    join(run, list, delimiter),
  ),
  define(
    'string join',
    ['list: list', 'delimiter: string|null', 'prefix: string|null', 'suffix: string|null'],
    (run, list: FeelValue[], delimiter: string | null, prefix: string | null, suffix: string | null) =>
      join(run, list, delimiter, prefix ?? '', suffix ?? ''),
  ),
];
