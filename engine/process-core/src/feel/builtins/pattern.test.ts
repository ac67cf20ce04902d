import { Run } from '../run.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { compilePattern, expandReplacement } from './pattern.ts';

const run = (): Run => new Run({ ...DEFAULT_LIMITS, steps: 1_000_000 }, 'zeebe', undefined, 'UTC', '');
const matches = (text: string, pattern: string, flags = ''): boolean | undefined =>
  compilePattern(run(), pattern, flags, text)?.matcher(text).find();

describe('a pattern', () => {
  it.each([
    ['abc', 'b', '', true],
    ['a\rb', 'a.b', '', false],
    ['a\rb', 'a.b', 's', true],
    ['a.b', 'a[.]b', '', true],
    ['a.b', 'a\\.b', '', true],
    ['hello world', 'hello\\ sworld', 'x', true],
    ['a b', 'a[ ]b', 'x', true],
    ['text', '\\p{IsBasicLatin}+', '', true],
    ['ș', '^\\p{IsBasicLatin}$', '', false],
    ['ș', '^\\p{L}$', '', true],
    ['_x', '^\\i\\c$', '', true],
    ['1x', '^[\\i]', '', false],
    ['(a', '(a', 'q', true],
  ])('%j against %s with flags %j: %s', (text, pattern, flags, expected) => {
    expect(matches(text, pattern, flags)).toBe(expected);
  });

  it.each(['(a)\\1', '(?=a)', '(?<!a)b', '[', 'a{2000}', '*', 'a'.repeat(1001)])('%.20s is refused', (pattern) => {
    expect(matches('aa', pattern)).toBeUndefined();
  });

  it('counts its work before it is done', () => {
    expect(() =>
      compilePattern(new Run(DEFAULT_LIMITS, 'zeebe', undefined, 'UTC', ''), '(a{1000}){1000}', '', 'a'.repeat(10_000)),
    ).toThrow('limit "steps"');
  });
});

describe('a replacement', () => {
  it.each([
    ['$1-$2', 'b-c'],
    ['$0$0', 'bcbc'],
    ['$12', 'b2'],
    ['$9', ''],
    ['\\$1', '$1'],
    ['\\\\', '\\'],
    ['plain', 'plain'],
  ])('%s becomes %s', (template, expected) => {
    expect(expandReplacement(template, '')?.(['bc', 'b', 'c'])).toBe(expected);
  });

  it.each(['$', 'a$b', '\\n'])('%s is malformed', (template) => {
    expect(expandReplacement(template, '')).toBeUndefined();
  });

  it('is taken as it is under the flag q', () => {
    expect(expandReplacement('$1', 'q')?.(['a', 'b'])).toBe('$1');
  });
});
