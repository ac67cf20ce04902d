import { createManualClock, systemClock } from './clock.ts';
import { ageOn, legalDay } from './legal-day.ts';
import { addDays, isoWeekday, offsetMinutes } from './local-time.ts';

describe('clocks', () => {
  it('of tests move only when they are moved', () => {
    // given
    const clock = createManualClock('2026-01-05T08:00:00Z');
    const before = clock.now();

    // when
    clock.advance(1000);

    // then
    expect(clock.now().getTime() - before.getTime()).toBe(1000);
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('of the server run with the machine', () => {
    // then
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
  });
});

describe('the legal day', () => {
  it.each([
    ['2026-01-05T21:59:59Z', '2026-01-05'],
    ['2026-01-05T22:00:00Z', '2026-01-06'],
    ['2026-07-05T20:59:59Z', '2026-07-05'],
    ['2026-07-05T21:00:00Z', '2026-07-06'],
  ])('of %s is %s', (instant, day) => {
    // then
    expect(legalDay(new Date(instant))).toBe(day);
  });
});

describe('ages', () => {
  it.each([
    ['2016-05-20', '2026-05-19', 9],
    ['2016-05-20', '2026-05-20', 10],
    ['2016-02-29', '2026-02-28', 9],
    ['2016-02-29', '2026-03-01', 10],
  ])('of %s on %s is %d', (birth, day, age) => {
    // then
    expect(ageOn(birth, day)).toBe(age);
  });
});

describe('days', () => {
  it('are counted over ends of months and years', () => {
    // then
    expect([addDays('2027-12-31', 1), addDays('2028-02-28', 1), addDays('2028-03-01', -1)]).toEqual([
      '2028-01-01',
      '2028-02-29',
      '2028-02-29',
    ]);
    expect([isoWeekday('2026-01-05'), isoWeekday('2026-01-11')]).toEqual([1, 7]);
  });

  it('have the offset of their season', () => {
    // then
    expect(offsetMinutes(new Date('2026-01-05T12:00:00Z'), 'Europe/Chisinau')).toBe(120);
    expect(offsetMinutes(new Date('2026-07-05T12:00:00Z'), 'Europe/Chisinau')).toBe(180);
  });
});
