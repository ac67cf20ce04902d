import { feel } from '../test-support.ts';

describe('relations between points and ranges', () => {
  it.each([
    ['before(1, 10)', 'true'],
    ['before(10, 1)', 'false'],
    ['before([1..10], 10)', 'false'],
    ['before([1..10), 10)', 'true'],
    ['before([1..10], [15..20])', 'true'],
    ['after(10, 5)', 'true'],
    ['after([11..20], 10)', 'true'],
    ['meets([1..5], [5..10])', 'true'],
    ['meets([1..5), [5..10])', 'false'],
    ['met by([5..10], [1..5])', 'true'],
    ['overlaps([1..5], [3..8])', 'true'],
    ['overlaps([1..5], [6..8])', 'false'],
    ['overlaps before([1..5], [3..8])', 'true'],
    ['overlaps after([3..8], [1..5])', 'true'],
    ['finishes(10, [1..10])', 'true'],
    ['finishes([5..10], [1..10])', 'true'],
    ['finished by([1..10], 10)', 'true'],
    ['finished by([1..10], [5..10))', 'false'],
    ['includes([1..10], 5)', 'true'],
    ['includes([1..10], [4..6])', 'true'],
    ['during(5, [1..10])', 'true'],
    ['during([4..6], [1..10])', 'true'],
    ['starts(1, [1..10])', 'true'],
    ['starts([1..5], [1..10])', 'true'],
    ['started by([1..10], 1)', 'true'],
    ['started by([1..10], [1..5])', 'true'],
    ['coincides(5, 5)', 'true'],
    ['coincides([1..5], [1..5))', 'false'],
    ['before(1, "a")', 'null'],
    ['before(date("2026-01-01"), date("2026-02-01"))', 'true'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
