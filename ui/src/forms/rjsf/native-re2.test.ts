import fc from 'fast-check';
import { RE2JS as Real } from 're2js';
import { RE2JS } from './native-re2.ts';

type Engine = Pick<typeof RE2JS, 'compile' | 'quote'>;

function matches(engine: Engine, pattern: string, text: string, flags: number) {
  const matcher = engine.compile(pattern, flags).matcher(text);
  const found: unknown[] = [];
  while (matcher.find())
    found.push([
      matcher.start(),
      matcher.end(),
      ...Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? ''),
    ]);
  return found;
}

const flagsOf = (letters: string) => (engine: { CASE_INSENSITIVE: number; DOTALL: number; MULTILINE: number }) =>
  (letters.includes('i') ? engine.CASE_INSENSITIVE : 0) |
  (letters.includes('s') ? engine.DOTALL : 0) |
  (letters.includes('m') ? engine.MULTILINE : 0);

describe('patterns on the native engine', () => {
  it.each([
    ['a', '', 'banana'],
    ['(\\d+)-(\\d+)?', '', '12-34 5-'],
    ['\\pL+', '', 'Ștefan cel Mare'],
    ['^b', 'm', 'a\nb\nb'],
    ['A.c', 'is', 'a\nc abc'],
    ['[^\\n\\r]*', '', 'one\ntwo'],
    ['x*', '', 'axb'],
    ['[a-z_:.\\-]+', '', 'a.b-c D'],
    ['\\s+', '', 'a  b\tc'],
  ])('find for %s with "%s" what RE2 finds', (pattern, letters, text) => {
    const real = Real as unknown as Engine & Parameters<ReturnType<typeof flagsOf>>[0];
    expect(matches(RE2JS, pattern, text, flagsOf(letters)(RE2JS))).toEqual(
      matches(real, pattern, text, flagsOf(letters)(real)),
    );
  });

  it('take every quoted text for itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) =>
        expect(matches(RE2JS, RE2JS.quote(text), text, 0)).toEqual([[0, text.length, text]]),
      ),
    );
  });

  it.each(['(?=a)', '(a)\\1', '(', '(?<!a)b'])('refuse %s as RE2 does', (pattern) => {
    expect(() => RE2JS.compile(pattern)).toThrow();
    expect(() => Real.compile(pattern)).toThrow();
  });
});
