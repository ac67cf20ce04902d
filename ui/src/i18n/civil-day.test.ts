import { ageOn, civilDay, daysBetween } from './civil-day.ts';

describe('civil days', () => {
  it('are days of Chisinau, not of Greenwich', () => {
    expect(civilDay(new Date('2026-03-11T22:30:00Z'))).toBe('2026-03-12');
  });

  it.each([
    ['2026-03-12', '2026-03-13', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-03-12', '2026-03-10', -2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['2015-03-12', '2026-03-11', 10],
    ['2015-03-12', '2026-03-12', 11],
    ['2016-02-29', '2026-02-28', 9],
  ])('somebody born on %s is on %s of the age %i..', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });
});
