import { RE2JS } from 're2js';
import type { Run } from '../run.ts';

const MAX_PATTERN_LENGTH = 1000;
const cache = new Map<string, RE2JS | null>();

/**
 * A pattern that runs in time linear in the input, counted in steps before it runs. Undefined where the pattern or a
 * flag is wrong or beyond what RE2 can do (back references, look-around).
 */
export function compilePattern(run: Run, pattern: string, flags: string, input: string): RE2JS | undefined {
  if (pattern.length > MAX_PATTERN_LENGTH || !/^[simxq]*$/.test(flags)) return undefined;
  run.step(1 + Math.floor((input.length * expandedSize(pattern)) / 200));
  const key = `${flags}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known ?? undefined;
  const compiled = compile(pattern, flags);
  if (cache.size >= 200) cache.clear();
  cache.set(key, compiled ?? null);
  return compiled;
}

/** How large a pattern becomes when its counted repetitions are written out; at least that. */
function expandedSize(pattern: string): number {
  let size = pattern.length + 1;
  for (const [, low, high] of pattern.matchAll(/\{(\d{1,4})(?:,(\d{0,4}))?\}/g)) {
    size *= Math.max(1, Number(low), Number(high ?? 0));
  }
  return Math.min(size, 1e9);
}

function compile(pattern: string, flags: string): RE2JS | undefined {
  try {
    return RE2JS.compile(flags.includes('q') ? RE2JS.quote(pattern) : translate(pattern, flags), re2Flags(flags));
  } catch {
    return undefined;
  }
}

function re2Flags(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0)
  );
}

/** What XPath's patterns write differently from RE2's, token by token. */
function translate(pattern: string, flags: string): string {
  const compact = flags.includes('x') ? withoutSpaces(pattern) : pattern;
  return compact.replace(/\\p\{IsBasicLatin\}|\\.|\[(?:\\.|[^\]\\])*\]|\./gs, (token) => {
    if (token === '.') return flags.includes('s') ? token : '[^\\n\\r]';
    return token.startsWith('[')
      ? token.replace(/\\./gs, (part) => translateEscape(part, true))
      : translateEscape(token, false);
  });
}

function translateEscape(token: string, inClass: boolean): string {
  if (/^\\[0-9]/.test(token)) throw new SyntaxError('RE2 has no back references.');
  const [open, close] = inClass ? ['', ''] : ['[', ']'];
  switch (token) {
    case '\\p{IsBasicLatin}':
      return `${open}\\x00-\\x7F${close}`;
    case '\\i':
      return `${open}\\pL_:${close}`;
    case '\\c':
      return `${open}\\pL\\pN_:.\\-${close}`;
    default:
      return /^\\[AzZQEabB]$/.test(token) ? token.slice(1) : token;
  }
}

function withoutSpaces(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]|\s+/g, (part) => (/^\s/.test(part) ? '' : part));
}

/** How a match is written into the result: `$1` is a group, `\$` a dollar. Undefined where the text is malformed. */
export function expandReplacement(
  replacement: string,
  flags: string,
): ((groups: readonly string[]) => string) | undefined {
  if (flags.includes('q')) return () => replacement;
  if (!/^(?:[^\\$]|\\[\\$]|\$\d)*$/s.test(replacement)) return undefined;
  return (groups) =>
    replacement.replace(
      /\\([\\$])|\$(\d+)/g,
      (_, escaped: string | undefined, digits: string | undefined) => escaped ?? groupText(groups, digits ?? ''),
    );
}

/** `$12` is group 12 where there is one, and otherwise group 1 followed by a 2. */
function groupText(groups: readonly string[], digits: string): string {
  for (let length = digits.length; length > 0; length--) {
    const group = groups[Number(digits.slice(0, length))];
    if (group !== undefined) return group + digits.slice(length);
  }
  return digits.slice(1);
}
