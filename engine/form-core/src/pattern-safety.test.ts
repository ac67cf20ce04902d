import { findPatternFaults, patternFault } from './pattern-safety.ts';

describe('patterns', () => {
  it.each(['^[A-Z]{2}\\d+$', '^\\p{Lu}[\\p{L} -]*$', '^[a-z0-9]+(-[a-z0-9]+)*$', '^(?:a|b)$', 'a\\(?=b'])(
    '%s may be used',
    (pattern) => {
      expect(patternFault(pattern)).toBeUndefined();
    },
  );

  it.each([
    ['^(a+)+$', 'can take very long'],
    ['^(a|a)*$', 'can take very long'],
    ['(?=a)b', 'looks ahead or behind'],
    ['(?<!a)b', 'looks ahead or behind'],
    ['(a)\\1', 'refers back'],
    ['[a-', 'is not a regular expression'],
  ])('%s may not: it %s', (pattern, reason) => {
    expect(patternFault(pattern)).toContain(reason);
  });

  it('are found wherever they stand', () => {
    // given
    const schema = {
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'string', pattern: '(x+x+)+y' } } },
    };
    // then
    expect(findPatternFaults(schema).map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual([
      '/properties/a/items/pattern pattern',
    ]);
  });
});
