import fc from 'fast-check';
import { addDays, instantOf, isoWeekday, localDate } from '../clock/local-time.ts';
import { atRiskFrom, dueDate, isWorkingDay, remainingTime } from './working-time.ts';
import type { DeadlineUnit } from './working-time.ts';

const zone = 'Europe/Chisinau';
const calendar = {
  timeZone: zone,
  workingHours: { from: '08:00', to: '17:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: [
    { date: '2026-01-07', name: { ro: 'Crăciunul' } },
    { date: '2026-05-01', name: { ro: 'Ziua Muncii' } },
    { date: '2028-02-29', name: { ro: 'Zi de doliu' } },
  ],
  extraWorkingDays: [{ date: '2026-05-09', reason: 'Recuperare' }],
};

describe('dueDate', () => {
  it.each<[string, number, DeadlineUnit, string]>([
    // The day of the start does not count; Orthodox Christmas is skipped.
    ['2026-01-05T08:00:00Z', 3, 'workingDays', '2026-01-09T15:00:00.000Z'],
    // A Friday evening: the next working day is Monday.
    ['2026-01-09T20:00:00Z', 1, 'workingDays', '2026-01-12T15:00:00.000Z'],
    // Late at night in UTC it is already the next day in Chișinău.
    ['2026-01-11T22:30:00Z', 1, 'workingDays', '2026-01-13T15:00:00.000Z'],
    // Summer time: five in the afternoon is 14:00 UTC.
    ['2026-07-06T08:00:00Z', 2, 'workingDays', '2026-07-08T14:00:00.000Z'],
    // A Saturday made a working day counts.
    ['2026-05-08T08:00:00Z', 1, 'workingDays', '2026-05-09T14:00:00.000Z'],
    // 29 February is a day like any other, unless it is a holiday.
    ['2028-02-28T08:00:00Z', 1, 'workingDays', '2028-03-01T15:00:00.000Z'],
    // Calendar days that end on a Sunday end on Monday.
    ['2026-01-05T08:00:00Z', 6, 'calendarDays', '2026-01-12T15:00:00.000Z'],
    ['2026-01-05T08:00:00Z', 30, 'calendarDays', '2026-02-04T15:00:00.000Z'],
    // Hours run around the clock, through the night and the change of the clocks (29 March 2026).
    ['2026-01-10T20:00:00Z', 24, 'hours', '2026-01-11T20:00:00.000Z'],
    ['2026-03-28T20:00:00Z', 24, 'hours', '2026-03-29T20:00:00.000Z'],
  ])('from %s %d %s later is %s', (from, amount, unit, expected) => {
    // when
    const { dueAt } = dueDate(new Date(from), { amount, unit }, calendar);

    // then
    expect(dueAt.toISOString()).toBe(expected);
  });

  it('explains every day it walks over', () => {
    // when
    const { steps } = dueDate(new Date('2026-01-05T08:00:00Z'), { amount: 4, unit: 'workingDays' }, calendar);

    // then
    expect(steps).toEqual([
      { at: '2026-01-05T08:00:00.000Z', code: 'started' },
      { date: '2026-01-06', code: 'counted', params: { count: 1 } },
      { date: '2026-01-07', code: 'skippedHoliday', params: { name: { ro: 'Crăciunul' } } },
      { date: '2026-01-08', code: 'counted', params: { count: 2 } },
      { date: '2026-01-09', code: 'counted', params: { count: 3 } },
      { date: '2026-01-10', code: 'skippedWeekend' },
      { date: '2026-01-11', code: 'skippedWeekend' },
      { date: '2026-01-12', code: 'counted', params: { count: 4 } },
      { date: '2026-01-12', at: '2026-01-12T15:00:00.000Z', code: 'due' },
    ]);
  });

  it('says when the clocks change on the way', () => {
    // when
    const { steps } = dueDate(new Date('2026-10-24T20:00:00Z'), { amount: 24, unit: 'hours' }, calendar);

    // then
    expect(steps[1]).toEqual({ code: 'clockChange', params: { minutes: -60 } });
  });

  it('ends also by a calendar without working days', () => {
    // when
    const { dueAt } = dueDate(
      new Date('2026-01-05T08:00:00Z'),
      { amount: 1, unit: 'workingDays' },
      { ...calendar, workingDays: [] },
    );

    // then
    expect(dueAt.getTime()).toBeGreaterThan(Date.parse('2026-05-09T00:00:00Z') - 1);
  });
});

describe('properties over ten years', () => {
  const instants = fc
    .integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2034-12-31T00:00:00Z') })
    .map((time) => new Date(time));
  const amounts = fc.integer({ min: 1, max: 60 });

  it('working days: the due day is a working day and exactly so many lie after the start', () => {
    fc.assert(
      fc.property(instants, amounts, (startedAt, amount) => {
        // when
        const { dueAt } = dueDate(startedAt, { amount, unit: 'workingDays' }, calendar);

        // then: counted one by one
        const due = localDate(dueAt, zone);
        let days = 0;
        for (let date = localDate(startedAt, zone); date < due; date = addDays(date, 1))
          if (isWorkingDay(calendar, addDays(date, 1))) days += 1;
        expect(isWorkingDay(calendar, due)).toBe(true);
        expect(days).toBe(amount);
        expect(dueAt).toEqual(instantOf(due, '17:00', zone));
      }),
      { numRuns: 300 },
    );
  });

  it('longer spans never end earlier, later starts never end earlier', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        amounts,
        fc.constantFrom<DeadlineUnit>('hours', 'workingDays', 'calendarDays'),
        (one, other, amount, unit) => {
          // given
          const [early, late] = one <= other ? [one, other] : [other, one];

          // when
          const due = (from: Date, span: number): number =>
            dueDate(from, { amount: span, unit }, calendar).dueAt.getTime();

          // then
          expect(due(early, amount)).toBeLessThanOrEqual(due(late, amount));
          expect(due(early, amount)).toBeLessThanOrEqual(due(early, amount + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is at risk between start and due date, when so much remains', () => {
    fc.assert(
      fc.property(instants, amounts, fc.integer({ min: 1, max: 10 }), (startedAt, amount, remaining) => {
        // when
        const { dueAt } = dueDate(startedAt, { amount, unit: 'workingDays' }, calendar);
        const atRisk = atRiskFrom(startedAt, dueAt, { amount: remaining, unit: 'workingDays' }, calendar);

        // then
        expect(atRisk.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
        expect(atRisk.getTime()).toBeLessThanOrEqual(dueAt.getTime());
        if (atRisk > startedAt) expect(remainingTime(atRisk, dueAt, 'workingDays', calendar).amount).toBe(remaining);
      }),
      { numRuns: 300 },
    );
  });
});

describe('remainingTime', () => {
  it.each<[string, string, DeadlineUnit, number]>([
    ['2026-01-08T08:00:00Z', '2026-01-12T15:00:00Z', 'workingDays', 2],
    ['2026-01-12T08:00:00Z', '2026-01-12T15:00:00Z', 'workingDays', 0],
    ['2026-01-14T08:00:00Z', '2026-01-12T15:00:00Z', 'workingDays', -2],
    ['2026-01-08T08:00:00Z', '2026-01-12T15:00:00Z', 'calendarDays', 4],
    ['2026-01-08T08:00:00Z', '2026-01-08T14:30:00Z', 'hours', 6.5],
  ])('at %s until %s in %s is %d', (now, due, unit, amount) => {
    // then
    expect(remainingTime(new Date(now), new Date(due), unit, calendar)).toEqual({ amount, unit });
  });
});

describe('local time', () => {
  it('knows every day of ten years with its length and weekday', () => {
    // given
    const short: string[] = [];
    const long: string[] = [];

    // when
    for (let date = '2025-01-01'; date < '2035-01-01'; date = addDays(date, 1)) {
      const hours =
        (instantOf(addDays(date, 1), '00:00', zone).getTime() - instantOf(date, '00:00', zone).getTime()) / 3_600_000;
      if (hours === 23) short.push(date);
      else if (hours === 25) long.push(date);
      else expect(hours).toBe(24);
      expect(localDate(instantOf(date, '12:00', zone), zone)).toBe(date);
    }

    // then: one change of the clocks each spring and autumn, on a Sunday
    expect(short).toHaveLength(10);
    expect(long).toHaveLength(10);
    expect([...short, ...long].every((date) => isoWeekday(date) === 7)).toBe(true);
  });

  it('moves a time that the spring change skips on by an hour', () => {
    // Chișinău goes from 02:00 to 03:00 on 29 March 2026
    expect(instantOf('2026-03-29', '02:30', zone).toISOString()).toBe('2026-03-29T00:30:00.000Z');
  });
});
