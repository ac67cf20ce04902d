import fc from 'fast-check';
import { feel } from '../test-support.ts';
import { FeelDate, FeelDateTime } from './calendar.ts';
import { DaysTimeDuration } from './duration.ts';
import { javaDuration } from './java-format.ts';
import { parseDateTime, parseDuration } from './parse.ts';

describe('dates, times and durations', () => {
  it.each([
    ['date("2026-01-31") + @"P1M"', '2026-02-28'],
    ['date("2024-02-29") + @"P1Y"', '2025-02-28'],
    ['date("2026-01-31") - @"P1D"', '2026-01-30'],
    ['date("2026-01-31") + @"PT36H"', '2026-02-01'],
    ['@"P1D" + date("2026-01-31")', '2026-02-01'],
    ['date("2026-03-01") - date("2026-02-28")', 'P1D'],
    ['@"2026-01-31T23:00:00" + @"PT2H"', '2026-02-01T01:00:00'],
    ['@"2026-01-31T23:00:00Z" - @"2026-01-31T22:00:00Z"', 'PT1H'],
    ['@"2026-01-31T23:00:00Z" - @"2026-01-31T22:00:00"', 'null'],
    ['@"2026-03-29T02:30:00@Europe/Chisinau" + @"PT1H"', '2026-03-29T04:30:00@Europe/Chisinau'],
    ['@"2026-03-28T12:00:00@Europe/Chisinau" + @"P1D"', '2026-03-29T13:00:00@Europe/Chisinau'],
    ['@"2026-03-28T12:00:00@Europe/Chisinau" + @"P1M"', '2026-04-28T12:00:00@Europe/Chisinau'],
    ['@"23:30:00" + @"PT1H"', '00:30:00'],
    ['@"10:00:00" - @"09:30:00"', 'PT30M'],
    ['@"P1D" + @"PT1H"', 'P1DT1H'],
    ['@"P1Y" - @"P1M"', 'P11M'],
    ['2 * @"P1Y"', 'P2Y'],
    ['@"P1D" / 2', 'PT12H'],
    ['@"P1D" / @"PT6H"', '4'],
    ['@"P1Y" / @"P6M"', '2'],
    ['@"P1D" / 0', 'null'],
    ['@"P1D" + @"P1M"', 'null'],
    ['@"P1D" * @"P1D"', 'null'],
    ['date("2026-01-31") + 1', 'null'],
  ])('calculate %s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });

  it.each([
    ['date("2026-01-31").year', '2026'],
    ['date("2026-01-31").weekday', '6'],
    ['@"2026-01-31T10:20:30.5+02:00".second', '30'],
    ['@"2026-01-31T10:20:30+02:00".time offset', 'PT2H'],
    ['@"2026-01-31T10:20:30@Europe/Chisinau".time offset', 'PT2H'],
    ['@"2026-07-31T10:20:30@Europe/Chisinau".time offset', 'PT3H'],
    ['@"2026-01-31T10:20:30@Europe/Chisinau".timezone', 'Europe/Chisinau'],
    ['@"10:20:30".time offset', 'null'],
    ['@"10:20:30".hour', '10'],
    ['@"P1DT2H3M4S".minutes', '3'],
    ['@"-P1DT2H".days', '-1'],
    ['@"P1Y2M".months', '2'],
    ['@"P1Y2M".years', '1'],
    ['date("2026-01-31").hour', 'null'],
  ])('have properties: %s', (source, expected) => {
    expect(feel(source)).toBe(expected);
  });

  it.each([
    '2026-13-01',
    '2026-02-30',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T24:00:01',
    '2026-01-01T10:00:00+25:00',
    '10:60:00',
    'P1S',
    'PT',
    'P1YT1H',
    'P1M1D',
    '',
  ])('%j is none of them', (text) => {
    expect(feel(`@"${text}"`)).toBe('null');
  });

  it('every day has one number and comes back from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (epochDay) => {
        const date = FeelDate.ofEpochDay(epochDay);
        const expected = new Date(epochDay * 86_400_000);
        expect(date?.epochDay).toBe(epochDay);
        expect([date?.month, date?.day]).toEqual([expected.getUTCMonth() + 1, expected.getUTCDate()]);
      }),
    );
  });

  it('every instant reads the same after it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }), (seconds) => {
        const value = FeelDateTime.ofEpochNanos(BigInt(seconds) * 1_000_000_000n, { offset: 7200 });
        expect(parseDateTime(String(value), 'dmn')?.epochNanos).toBe(value?.epochNanos);
      }),
    );
  });

  it('every duration reads the same after it was written, in both notations', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 999 }), (amount, millis) => {
        // given
        const text = `${amount < 0 ? '-' : ''}PT${Math.abs(amount)}.${String(millis).padStart(3, '0')}S`;
        const duration = parseDuration(text, 'dmn');
        const written = duration instanceof DaysTimeDuration ? javaDuration(duration) : '';
        // then
        expect(String(parseDuration(String(duration), 'dmn'))).toBe(String(duration));
        expect(String(parseDuration(written, 'zeebe'))).toBe(String(duration));
      }),
    );
  });
});
