import { feel } from '../test-support.ts';

describe('built-ins for decisions between values', () => {
  it.each([
    ['not(false)', 'true'],
    ['not("a")', 'null'],
    ['is defined(null)', 'false'],
    ['is defined(1)', 'true'],
    ['is defined(unknown)', 'false'],
    ['get or else(null, 1)', '1'],
    ['get or else(2, 1)', '2'],
    ['get or else(unknown.path, "x")', 'x'],
    ['assert(5, 5 > 3)', '5'],
    ['is(1, 1.0)', 'true'],
    ['is(1, "1")', 'false'],
    ['is(time("10:00:00Z"), time("12:00:00+02:00"))', 'false'],
    ['is(@"2026-01-01T10:00:00Z", @"2026-01-01T10:00:00Z")', 'true'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
