import { feel } from '../test-support.ts';

describe('built-ins that sum up a list', () => {
  it.each([
    ['min([1, 2, 3])', '1'],
    ['min(3, 1, 2)', '1'],
    ['min(["b", "a"])', 'a'],
    ['min([])', 'null'],
    ['max(date("2026-01-01"), date("2026-01-02"))', '2026-01-02'],
    ['max([1, "a"])', 'null'],
    ['sum([1, 2, 3])', '6'],
    ['sum(0.1, 0.2)', '0.3'],
    ['sum([])', 'null'],
    ['sum([1, "a"])', 'null'],
    ['mean([1, 2, 3])', '2'],
    ['mean([])', 'null'],
    ['product([2, 3, 4])', '24'],
    ['median([8, 2, 5, 3, 4])', '4'],
    ['median([6, 1, 2, 3])', '2.5'],
    ['median([])', 'null'],
    ['decimal(stddev([2, 4, 7, 5]), 6)', '2.081666'],
    ['mode([6, 3, 9, 6, 6])', '[6]'],
    ['mode([6, 1, 9, 6, 1])', '[1, 6]'],
    ['mode([])', '[]'],
    ['all([true, false])', 'false'],
    ['all([true, null])', 'null'],
    ['all([])', 'true'],
    ['any([false, true])', 'true'],
    ['any([false, null])', 'null'],
    ['any([])', 'false'],
    ['any(true, false)', 'true'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
