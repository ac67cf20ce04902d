import { mergeCoverage } from './coverage.ts';

const of = (processId: string, missing: string[], total = 4) => ({
  processId,
  visited: total - missing.length,
  total,
  missing,
});

describe('the coverage of several scenarios', () => {
  it('misses what none of them comes to, process by process', () => {
    expect(mergeCoverage([of('a', ['x', 'y']), of('b', ['z']), of('a', ['y', 'w']), of('b', [])])).toEqual([
      of('a', ['y']),
      of('b', []),
    ]);
  });

  it('is nothing without scenarios', () => {
    expect(mergeCoverage([])).toEqual([]);
  });
});
