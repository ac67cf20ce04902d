import { feel } from '../test-support.ts';

describe('built-ins for dates and times', () => {
  it.each([
    ['day of week(date("2026-11-22"))', 'Sunday'],
    ['month of year(date("2026-11-22"))', 'November'],
    ['day of year(date("2026-12-31"))', '365'],
    ['week of year(date("2026-01-01"))', '1'],
    ['week of year(date("2027-01-01"))', '53'],
    ['last day of month(date("2024-02-10"))', '2024-02-29'],
    ['last day of month(@"2026-04-10T10:00:00")', '2026-04-30'],
    ['years and months duration(date("2011-12-22"), date("2013-08-24"))', 'P1Y8M'],
    ['years and months duration(date("2013-08-24"), date("2011-12-25"))', '-P1Y7M'],
    ['years and months duration(@"2020-01-31T12:00:00", @"2020-02-29T00:00:00")', 'P0M'],
    ['day of week("2026-11-22")', 'null'],
    ['now() > date and time("2026-11-22T09:00:00Z")', 'true'],
    ['today() - date("2026-11-20")', 'P2D'],
  ])('%s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });
});
