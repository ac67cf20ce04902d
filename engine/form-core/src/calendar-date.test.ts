import fc from 'fast-check';
import { formatDate, isCalendarDate, isClockTime, isInstant, parseTypedDate } from './calendar-date.ts';

describe('calendar dates', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '1900-02-28'])('%s is a day', (text) =>
    expect(isCalendarDate(text)).toBe(true),
  );
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
    '12.03.2026',
    '',
  ])('%j is none', (text) => expect(isCalendarDate(text)).toBe(false));

  it('agree with the platform on every day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isCalendarDate(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['12.03.2026', '2026-03-12'],
    ['1.3.2026', '2026-03-01'],
    [' 1/3/2026 ', '2026-03-01'],
    ['12032026', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
    ['31.02.2026', undefined],
    ['12.03.26', undefined],
    ['mâine', undefined],
  ])('%j is typed for %j', (typed, date) => expect(parseTypedDate(typed)).toBe(date));

  it('are written the way they are typed', () => {
    expect(formatDate('2026-03-12')).toBe('12.03.2026');
    expect(formatDate('tomorrow')).toBe('tomorrow');
  });
});

describe('times and instants', () => {
  it.each(['00:00', '23:59', '09:30:15', '09:30:15.25Z', '09:30+02:00'])('%s is a time', (text) =>
    expect(isClockTime(text)).toBe(true),
  );
  it.each(['24:00', '9:30', '12:60', '12', ''])('%j is none', (text) => expect(isClockTime(text)).toBe(false));
  it.each(['2026-03-12T14:30:00Z', '2026-03-12t14:30:00.5+02:00'])('%s is an instant', (text) =>
    expect(isInstant(text)).toBe(true),
  );
  it.each(['2026-03-12T14:30:00', '2026-02-30T14:30:00Z', '2026-03-12 14:30:00Z', '2026-03-12T14:30Z', '2026-03-12'])(
    '%j is none',
    (text) => expect(isInstant(text)).toBe(false),
  );
});
